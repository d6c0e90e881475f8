// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"

#include <QStringList>
#include <QWidget>

#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace ui::annotation {

/// The annotations of the picture on screen as a list, and the words of the chosen one.
class AnnotationPanel : public QWidget {
    Q_OBJECT

  public:
    explicit AnnotationPanel(QWidget* parent = nullptr);

    /// What an annotation may be linked to: what is kept, and how it is shown.
    using Links = std::vector<std::pair<std::string, QString>>;

    /// @param selected  id; empty: none
    /// @param labels    offered; others can be typed
    void show(const std::vector<core::annotations::Annotation>& annotations,
              const std::string& selected, const QStringList& labels, const Links& links);
    /// Puts the keyboard there. Return goes on from the label to the comment, and then out.
    void editLabel();
    void editComment();

  Q_SIGNALS:
    void chosen(const std::string& id);
    void zoomRequested(const std::string& id);
    void edited(const core::annotations::Annotation& annotation);
    void left(); ///< Return in the last field

  private:
    void showWords(const core::annotations::Annotation* annotation, const QStringList& labels,
                   const Links& links);
    void finish();

    std::vector<core::annotations::Annotation> m_annotations;
    std::string m_selected;
    QLabel* m_hint;
    QListWidget* m_list;
    QWidget* m_words;
    QComboBox* m_label;
    QLineEdit* m_comment;
    QComboBox* m_link;
};

} // namespace ui::annotation
