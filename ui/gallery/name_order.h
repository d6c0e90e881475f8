// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QCollatorSortKey>
#include <QLocale>

#include <deque>

namespace ui::gallery {

/// File names in the order of the interface's language, "2" before "10". A hundred thousand names
/// are compared by keys that were made once.
class NameOrder {
  public:
    NameOrder() {
        // The locale "C" compares bytes: "Z" before "a", "10" before "2".
        if (m_collator.locale().language() == QLocale::C)
            m_collator.setLocale(QLocale(QLocale::English));
        m_collator.setNumericMode(true);
        m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    }
    void clear() { m_keys.clear(); }
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }
    void add(const QString& name) { m_keys.push_back(m_collator.sortKey(name)); }
    [[nodiscard]] int compare(std::size_t a, std::size_t b) const {
        return m_keys[a].compare(m_keys[b]);
    }

  private:
    QCollator m_collator;
    std::deque<QCollatorSortKey> m_keys; ///< grows without copying
};

} // namespace ui::gallery
