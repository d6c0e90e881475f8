// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/comparison/comparison_window.h"

#include "ui/comparison/overlaid_picture.h"
#include "ui/comparison/picture_difference.h"
#include "ui/messages/error_text.h"
#include "ui/viewer/image_view.h"
#include "ui/viewer/picture_loader.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>

#include <cmath>
#include <functional>

namespace ui::comparison {

using viewer::ImageView;

namespace {

constexpr int kAmountSteps = 100;
/// At the slider's right end, differences of two gray levels are white.
constexpr double kLargestGain = 128;

double gainFor(int amount) {
    return std::pow(kLargestGain, amount / double{kAmountSteps});
}

} // namespace

ComparisonWindow::ComparisonWindow(const QStringList& files,
                                   std::shared_ptr<core::image::Documents> documents,
                                   const core::image::DecodeLimits& limits, QWidget* parent)
    : QWidget(parent, Qt::Window), m_documents(std::move(documents)),
      m_overlaid(new OverlaidPicture(this)),
      m_fitting([this](const viewer::PictureLevels& picture) {
          m_second = picture;
          m_overlaid->setPicture(picture);
          showMode();
      }),
      m_difference([this](const viewer::PictureLevels& picture) {
          if (mode() == Mode::Difference)
              m_panes.front().view->replacePicture(picture);
      }) {
    setObjectName("comparisonWindow");
    setWindowTitle(tr("Comparison – Clueglass"));
    resize(1100, 720);
    auto* grid = new QGridLayout;
    grid->setSpacing(2);
    for (const QString& file : files)
        addPane(file, limits);
    const int columns = m_panes.size() > 3 ? 2 : static_cast<int>(m_panes.size());
    for (int i = 0; i < static_cast<int>(m_panes.size()); ++i)
        grid->addWidget(m_panes[static_cast<std::size_t>(i)].box, i / columns, i % columns);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeBar());
    layout->addLayout(grid, 1);
    ImageView* first = m_panes.front().view;
    first->setTool(m_overlaid);
    connect(m_overlaid, &OverlaidPicture::changed, first, qOverload<>(&QWidget::update));
    connect(m_overlaid, &OverlaidPicture::shareChanged, this, [this](double share) {
        m_amount->setValue(static_cast<int>(std::lround(share * kAmountSteps)));
    });
    makeKeys();
    showMode();
    first->setFocus();
}

void ComparisonWindow::addPane(const QString& file, const core::image::DecodeLimits& limits) {
    const std::size_t number = m_panes.size();
    Pane pane;
    pane.box = new QWidget;
    pane.view = new ImageView;
    pane.view->setObjectName(QStringLiteral("comparedPicture%1").arg(number + 1));
    pane.caption = new QLabel(QFileInfo(file).fileName());
    pane.caption->setToolTip(file);
    pane.view->setAccessibleName(tr("Picture %1: %2").arg(number + 1).arg(pane.caption->text()));
    auto* layout = new QVBoxLayout(pane.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pane.view, 1);
    layout->addWidget(pane.caption);
    pane.loader = new viewer::PictureLoader(this);
    pane.loader->setLimits(limits);
    pane.loader->setDocuments(m_documents);
    connect(pane.loader, &viewer::PictureLoader::loaded, this,
            [this, number](const QString&, const viewer::PictureLevels& picture) {
                take(number, picture);
            });
    connect(pane.loader, &viewer::PictureLoader::failed, this,
            [caption = pane.caption](const QString&, const core::Error& error) {
                caption->setText(messages::errorText(error.code));
            });
    connect(pane.view, &ImageView::transformChanged, this, [this, number] { follow(number); });
    m_panes.push_back(pane);
    pane.loader->load(file);
}

QWidget* ComparisonWindow::makeBar() {
    m_modes = new QComboBox;
    m_modes->setObjectName("comparisonMode");
    m_modes->setAccessibleName(tr("How the pictures are compared"));
    m_modes->addItem(tr("Side by side"));
    if (m_panes.size() == 2)
        m_modes->addItems({tr("Edge to drag"), tr("Blend"), tr("Difference")});
    m_amount = new QSlider(Qt::Horizontal);
    m_amount->setObjectName("comparisonAmount");
    m_amount->setRange(0, kAmountSteps);
    m_amount->setValue(kAmountSteps / 2);
    m_amountText = new QLabel;
    m_amountText->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00000000")));
    m_linked = new QCheckBox(tr("&Move together"));
    m_linked->setObjectName("comparisonLinked");
    m_linked->setChecked(true);
    auto* fit = new QPushButton(tr("&Fit"));
    connect(fit, &QPushButton::clicked, this, [this] {
        for (const Pane& pane : m_panes)
            pane.view->fit();
    });
    auto* original = new QPushButton(tr("&100 %"));
    connect(original, &QPushButton::clicked, this,
            [this] { m_panes.front().view->setMagnification(1); });
    connect(m_modes, &QComboBox::currentIndexChanged, this, &ComparisonWindow::showMode);
    connect(m_amount, &QSlider::valueChanged, this, [this](int value) {
        m_overlaid->setShare(value / double{kAmountSteps});
        showDifference();
    });
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_modes);
    layout->addWidget(m_amount, 1);
    layout->addWidget(m_amountText);
    layout->addWidget(m_linked);
    layout->addWidget(fit);
    layout->addWidget(original);
    return bar;
}

void ComparisonWindow::makeKeys() {
    const auto add = [this](const QKeySequence& key, const std::function<void()>& run) {
        auto* action = new QAction(this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    add(Qt::Key_Escape, [this] { close(); });
    add(Qt::Key_Plus, [this] { m_panes.front().view->zoomIn(); });
    add(Qt::Key_Minus, [this] { m_panes.front().view->zoomOut(); });
    add(Qt::CTRL | Qt::ALT | Qt::Key_C,
        [this] { m_modes->setCurrentIndex((m_modes->currentIndex() + 1) % m_modes->count()); });
}

void ComparisonWindow::setMode(Mode mode) {
    m_modes->setCurrentIndex(static_cast<int>(mode));
}

/// The same part of every picture, whatever their sizes.
void ComparisonWindow::follow(std::size_t leader) {
    if (m_isFollowing || !m_linked->isChecked())
        return;
    m_isFollowing = true;
    const ImageView& lead = *m_panes[leader].view;
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        ImageView* view = m_panes[i].view;
        if (i == leader || !view->hasPicture() || !lead.hasPicture() || view->isHidden())
            continue;
        const double scale =
            view->transform().pictureSize().width() / lead.transform().pictureSize().width();
        if (lead.isFitted())
            view->fit();
        else
            view->showPlace(lead.transform().magnification() / scale, lead.center() * scale);
    }
    m_isFollowing = false;
}

void ComparisonWindow::take(std::size_t pane, const viewer::PictureLevels& picture) {
    m_panes[pane].picture = picture;
    m_panes[pane].view->setPicture(picture);
    if (m_panes.size() == 2)
        combine();
}

/// Brings the second picture to the first one's size; needs both, whole.
void ComparisonWindow::combine() {
    const auto& first = m_panes[0].picture;
    const auto& second = m_panes[1].picture;
    if (first.isNull() || second.isNull() || first.isPreview || second.isPreview)
        return;
    m_fitting.ask([second, size = first.size] {
        return second.size == size ? second
                                   : viewer::levelsOf(fittedTo(second.images.front(), size));
    });
}

ComparisonWindow::Mode ComparisonWindow::mode() const {
    return static_cast<Mode>(m_modes->currentIndex());
}

void ComparisonWindow::showMode() {
    const Mode mode = this->mode();
    for (std::size_t i = 1; i < m_panes.size(); ++i)
        m_panes[i].box->setVisible(mode == Mode::SideBySide);
    m_linked->setEnabled(mode == Mode::SideBySide);
    m_amount->setEnabled(mode != Mode::SideBySide);
    m_amount->setAccessibleName(mode == Mode::Difference ? tr("Gain of the difference")
                                : mode == Mode::Blend    ? tr("Opacity of the second picture")
                                                         : tr("Place of the edge"));
    m_amount->setToolTip(m_amount->accessibleName());
    m_overlaid->setMode(mode == Mode::Split   ? OverlaidPicture::Mode::Split
                        : mode == Mode::Blend ? OverlaidPicture::Mode::Blend
                                              : OverlaidPicture::Mode::Off);
    if (mode != Mode::Difference)
        m_panes.front().view->replacePicture(m_panes.front().picture);
    showDifference();
}

void ComparisonWindow::showDifference() {
    const Mode mode = this->mode();
    const int amount = m_amount->value();
    if (mode == Mode::SideBySide)
        m_amountText->clear();
    else if (mode == Mode::Difference)
        m_amountText->setText(tr("%1 times").arg(gainFor(amount), 0, 'g', 3));
    else
        m_amountText->setText(tr("%1 %").arg(amount));
    if (mode == Mode::Difference && !m_second.isNull())
        m_difference.ask([first = m_panes.front().picture, second = m_second, amount] {
            return viewer::levelsOf(
                difference(first.images.front(), second.images.front(), gainFor(amount)));
        });
}

} // namespace ui::comparison
