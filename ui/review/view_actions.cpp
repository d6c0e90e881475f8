// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/view_actions.h"

#include "ui/clues/clue_panel.h"
#include "ui/viewer/image_view.h"

#include <QAction>

#include <utility>

namespace ui::review {

using viewer::ImageView;

ViewActions::ViewActions(ViewTargets targets, QObject* parent)
    : QObject(parent), m_targets(std::move(targets)) {
    addZoom();
    addLayers();
    addAids();
    addClues();
}

QAction* ViewActions::add(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                          const std::function<void()>& run) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, run);
    m_actions << action;
    return action;
}

QAction* ViewActions::addToggle(const QString& name, const QString& text, const QKeySequence& key,
                                bool isOn, const std::function<void(bool)>& set) {
    QAction* action = add(name, text, {key}, [] {});
    action->setCheckable(true);
    action->setChecked(isOn);
    connect(action, &QAction::toggled, this, set);
    return action;
}

void ViewActions::addZoom() {
    ImageView* view = m_targets.view;
    add("zoomIn", tr("Zoom &in"), {Qt::Key_Plus}, [view] { view->zoomIn(); });
    add("zoomOut", tr("Zoom &out"), {Qt::Key_Minus}, [view] { view->zoomOut(); });
    add("fit", tr("&Fit"), {Qt::Key_F, Qt::CTRL | Qt::Key_0}, [view] { view->fit(); });
    add("fill", tr("Fi&ll"), {Qt::SHIFT | Qt::Key_F}, [view] { view->fill(); });
    add("originalSize", tr("&100 %"), {Qt::CTRL | Qt::Key_1},
        [view] { view->setMagnification(1); });
    add("doubleSize", tr("&200 %"), {Qt::CTRL | Qt::Key_2}, [view] { view->setMagnification(2); });
    add("toggleFit", tr("&Toggle fit and 100 %"), {Qt::Key_Z}, [view] { view->toggleFit(); });
}

void ViewActions::addLayers() {
    ImageView* view = m_targets.view;
    addToggle("showHeat", tr("Show the &heat map"), Qt::CTRL | Qt::Key_H, true,
              [view](bool on) { view->setHeatVisible(on); });
    QAction* weak = addToggle("showWeak", tr("Show &weak signals"), Qt::SHIFT | Qt::Key_W, false,
                              [view](bool on) { view->setWeakVisible(on); });
    // The list of maps has the same switch.
    connect(view, &ImageView::overlayChanged, weak,
            [view, weak] { weak->setChecked(view->overlay().isWeakVisible()); });
    addToggle("showSplit", tr("Original &beside the findings"), Qt::SHIFT | Qt::Key_B, false,
              [view](bool on) { view->setSplitVisible(on); });
    addToggle("showRegions", tr("Show the &regions"), Qt::CTRL | Qt::Key_R, true,
              [view](bool on) { view->setRegionsVisible(on); });
    addToggle("showNotExamined", tr("Show the areas &never examined"),
              Qt::CTRL | Qt::SHIFT | Qt::Key_H, true,
              [view](bool on) { view->setNotExaminedVisible(on); });
    addToggle("keepZoom", tr("&Keep the zoom for the next picture"),
              Qt::CTRL | Qt::SHIFT | Qt::Key_K, false, [view](bool keeps) {
                  view->setZoomPolicy(keeps ? ImageView::ZoomPolicy::Keep
                                            : ImageView::ZoomPolicy::Fit);
              });
}

void ViewActions::addAids() {
    ImageView* view = m_targets.view;
    add("rotateRight", tr("Turn the view &right"), {Qt::SHIFT | Qt::Key_R},
        [view] { view->rotate(1); });
    add("rotateLeft", tr("Turn the view l&eft"), {Qt::CTRL | Qt::ALT | Qt::Key_R},
        [view] { view->rotate(-1); });
    add("mirror", tr("M&irror the view"), {Qt::SHIFT | Qt::Key_M}, [view] { view->mirror(); });
    addToggle("showNavigator", tr("&Overview"), Qt::Key_O, false,
              [view](bool on) { view->setNavigatorVisible(on); });
    addToggle("colorManaged", tr("Apply the picture's color profile"),
              Qt::CTRL | Qt::SHIFT | Qt::Key_M, true, m_targets.setColorManaged);
    add("nextGround", tr("Change the &background"), {}, [view] {
        view->setGround(
            viewer::groundFrom((static_cast<int>(view->ground()) + 1) % viewer::kGrounds));
    });
    // Held or tapped: see viewer::PeekKey. The backslash is behind AltGr on many keyboards.
    peek = add("peek", tr("Original &picture, nothing over it"),
               {Qt::Key_H, Qt::Key_F8, Qt::Key_Backslash}, [] {});
    loupe = add("loupe", tr("L&oupe"), {Qt::Key_L}, [] {});
    add("loupeEnhancement", tr("Change the loupe's contra&st"), {Qt::SHIFT | Qt::Key_L},
        [view] { view->nextLoupeEnhancement(); });
    add("nextLayer", tr("Next &layer"), {Qt::Key_V}, [this] { m_targets.cycleLayer(1); });
    add("previousLayer", tr("&Previous layer"), {Qt::SHIFT | Qt::Key_V},
        [this] { m_targets.cycleLayer(-1); });
}

void ViewActions::addClues() {
    clues::CluePanel* clues = m_targets.clues;
    add("nextClue", tr("Next &clue"), {Qt::Key_Period}, [clues] { clues->selectNext(1); });
    add("previousClue", tr("Previous cl&ue"), {Qt::Key_Comma}, [clues] { clues->selectNext(-1); });
    using Tab = ViewTargets::Tab;
    add("showDetails", tr("File and e&ngine"), {Qt::Key_I},
        [this] { m_targets.showTab(Tab::Details); });
    add("showMetadata", tr("&Metadata"), {Qt::Key_M}, [this] { m_targets.showTab(Tab::Metadata); });
    add("showPlots", tr("Plo&ts"), {Qt::Key_G}, [this] { m_targets.showTab(Tab::Plots); });
}

} // namespace ui::review
