// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/plain_sentences.h"

#include <QRegularExpression>
#include <QTest>

#include <set>
#include <string>

using namespace core::clues;

namespace {

QStringList gapsOf(const char* sentence) {
    static const QRegularExpression kGap("\\{[^}]*\\}");
    QStringList gaps;
    for (auto it = kGap.globalMatch(QString::fromUtf8(sentence)); it.hasNext();)
        gaps << it.next().captured();
    return gaps;
}

} // namespace

class PlainSentencesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyClueCanBeSaidPlainly() {
        for (const ClueTemplate& entry : clueCatalog()) {
            if (entry.id.starts_with("reason.") || entry.id.starts_with("support."))
                continue; // no clues: why a method does not apply, and the support's own line
            QVERIFY2(plainSentence(entry.id) != nullptr, std::string(entry.id).c_str());
        }
    }

    void everyPlainSentenceBelongsToAClue() {
        std::set<std::string_view> ids;
        for (const ClueTemplate& entry : plainSentences()) {
            QVERIFY2(clueSentence(entry.id) != nullptr, std::string(entry.id).c_str());
            QVERIFY2(ids.insert(entry.id).second, std::string(entry.id).c_str());
        }
    }

    void plainSentencesAreShortAndWithoutMeasuredNumbers() {
        for (const ClueTemplate& entry : plainSentences()) {
            const QString sentence = QString::fromUtf8(entry.sentence);
            QVERIFY2(sentence.size() <= 100, entry.sentence);
            QVERIFY2(sentence.endsWith('.'), entry.sentence);
            for (const QString& gap : gapsOf(entry.sentence)) {
                QVERIFY2(gap.startsWith("{@"), entry.sentence); // words of the file alone
                QVERIFY2(gapsOf(clueSentence(entry.id)).contains(gap), entry.sentence);
            }
        }
    }

    void unknownIdHasNone() { QVERIFY(plainSentence("no.such") == nullptr); }
};

QTEST_GUILESS_MAIN(PlainSentencesTest)
#include "plain_sentences_test.moc"
