// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/saved_views.h"

#include <QInputDialog>
#include <QMenu>

#include <utility>

namespace ui::gallery {

namespace {

/// A name is no keyboard hint.
QString asMenuText(QString name) {
    return name.replace('&', QLatin1String("&&"));
}

} // namespace

SavedViews::SavedViews(Present present, QWidget* parent)
    : QToolButton(parent), m_present(std::move(present)), m_menu(new QMenu(this)) {
    setObjectName("savedViews");
    setText(QStringLiteral("★"));
    setToolTip(tr("Saved filters"));
    setAccessibleName(toolTip());
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    m_menu->setObjectName("savedViewsMenu");
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &SavedViews::fill);
}

void SavedViews::fill() {
    m_menu->clear();
    for (const auto& [name, text] : m_views.asKeyValueRange())
        m_menu->addAction(asMenuText(name), this,
                          [this, text = text] { Q_EMIT chosen(galleryViewStateFrom(text)); });
    m_menu->addSeparator();
    const bool isAnything = m_present() != GalleryViewState();
    m_menu->addAction(tr("&Save this filter…"), this, &SavedViews::askForName)
        ->setEnabled(isAnything);
    m_menu->addAction(tr("Show &everything"), this, [this] { Q_EMIT chosen({}); })
        ->setEnabled(isAnything);
    QMenu* remove = m_menu->addMenu(tr("&Remove"));
    remove->setEnabled(!m_views.isEmpty());
    for (const QString& name : m_views.keys())
        remove->addAction(asMenuText(name), this, [this, name] { forget(name); });
}

void SavedViews::askForName() {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName("savedViewName");
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("Name for this search, filter, order and stacks:"));
    dialog->setOkButtonText(tr("Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, &SavedViews::keep);
    dialog->open();
}

void SavedViews::keep(const QString& name) {
    if (name.trimmed().isEmpty())
        return;
    m_views.insert(name.trimmed(), toText(m_present()));
    Q_EMIT changed(m_views);
}

void SavedViews::forget(const QString& name) {
    m_views.remove(name);
    Q_EMIT changed(m_views);
}

} // namespace ui::gallery
