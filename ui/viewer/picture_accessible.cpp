// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/picture_accessible.h"

#include "core/report/translated_words.h"
#include "ui/clues/place_in_words.h"
#include "ui/viewer/image_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>

#include <map>
#include <vector>

namespace ui::viewer {

namespace {

/// Clues that point at some place, in their order.
std::vector<int> placedClues(const ImageView& view) {
    std::vector<int> placed;
    if (const auto* examination = view.examination())
        for (std::size_t i = 0; i < examination->clues.size(); ++i)
            if (!examination->clues[i].regions.empty())
                placed.push_back(static_cast<int>(i));
    return placed;
}

/// The place of one clue in the picture.
class RegionAccessible : public QAccessibleInterface {
  public:
    RegionAccessible(ImageView* view, int clue) : m_view(view), m_clue(clue) {}

    [[nodiscard]] bool isValid() const override {
        return m_view != nullptr && m_view->examination() != nullptr &&
               m_clue < static_cast<int>(m_view->examination()->clues.size());
    }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override {
        return m_view != nullptr ? m_view->window()->windowHandle() : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }
    [[nodiscard]] QAccessible::State state() const override { return {}; }
    [[nodiscard]] QString text(QAccessible::Text text) const override {
        return text == QAccessible::Name && isValid() ? spokenClue(*m_view->examination(), m_clue)
                                                      : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override {
        if (!isValid())
            return {};
        const QRect inView = m_view->boundsOf(m_clue).toAlignedRect();
        return {m_view->mapToGlobal(inView.topLeft()), inView.size()};
    }

  private:
    QPointer<ImageView> m_view;
    int m_clue;
};

class PictureAccessible : public QAccessibleWidget {
  public:
    explicit PictureAccessible(ImageView* view)
        : QAccessibleWidget(view, QAccessible::Graphic), m_view(view) {}
    ~PictureAccessible() override {
        for (const auto& [clue, id] : m_regions)
            QAccessible::deleteAccessibleInterface(id);
    }

    // Instead of the overview in the corner, which says nothing of its own.
    [[nodiscard]] int childCount() const override {
        return static_cast<int>(placedClues(*m_view).size());
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        const std::vector<int> clues = placedClues(*m_view);
        return index >= 0 && index < static_cast<int>(clues.size())
                   ? region(clues[static_cast<std::size_t>(index)])
                   : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
        for (int index = 0; index < childCount(); ++index)
            if (this->child(index) == child)
                return index;
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        for (int index = 0; index < childCount(); ++index)
            if (child(index)->rect().contains(x, y))
                return child(index);
        return nullptr;
    }

  private:
    QAccessibleInterface* region(int clue) const {
        auto found = m_regions.find(clue);
        if (found == m_regions.end()) {
            auto* made = new RegionAccessible(m_view, clue); // belongs to QAccessible's list
            found = m_regions.emplace(clue, QAccessible::registerAccessibleInterface(made)).first;
        }
        return QAccessible::accessibleInterface(found->second);
    }

    ImageView* m_view;
    mutable std::map<int, QAccessible::Id> m_regions; ///< by clue, as they are asked for
};

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* view = qobject_cast<ImageView*>(object);
    return view != nullptr ? new PictureAccessible(view) : nullptr;
}

} // namespace

QString spokenClue(const core::examination::Examination& examination, int clue) {
    const auto& said = examination.clues[static_cast<std::size_t>(clue)];
    //: %1 number, %2 the clue's sentence, %3 its place in words
    return QCoreApplication::translate("ui::viewer::ImageView", "Clue %1: %2 (%3)")
        .arg(clue + 1)
        .arg(core::report::clueText(said), clues::placesInWords(said, examination.source));
}

void installPictureAccessible() {
    static const bool kIsInstalled = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    static_cast<void>(kIsInstalled);
}

} // namespace ui::viewer
