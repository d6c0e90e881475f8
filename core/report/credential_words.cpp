// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/credential_words.h"

#include "core/clues/clue_catalog.h"
#include "core/clues/credential_sentences.h"
#include "core/report/html_parts.h"

#include <QCoreApplication>

#include <set>

namespace core::report {

namespace {

using namespace examination;

QString fromFile(const std::string& text) {
    return visible(QString::fromStdString(text));
}

QString translated(const clues::QuotedSentence& quoted) {
    std::map<std::string, std::string> quotes;
    for (const auto& [name, words] : quoted.quotes)
        quotes[name] = fromFile(words).toStdString();
    const QString sentence = QCoreApplication::translate("ClueCatalog", quoted.sentence);
    return QString::fromStdString(clues::filled(sentence.toStdString(), {}, quotes));
}

/// The tree below a manifest as rows, each manifest once.
class TreePieces {
  public:
    explicit TreePieces(const C2paRecord& record) : m_record(record) {}

    void add(const std::string& label, int depth) {
        constexpr std::size_t kMostRows = 120;
        const C2paManifest* manifest = manifestOf(m_record, label);
        if (manifest == nullptr || !m_seen.insert(label).second || depth > 12 ||
            m_pieces.size() > kMostRows)
            return;
        row(depth, credentialManifestText(*manifest));
        for (const C2paAction& action : manifest->actions)
            row(depth + 1, credentialActionText(action));
        for (const C2paIngredient& ingredient : manifest->ingredients) {
            row(depth + 1, credentialIngredientText(ingredient));
            if (!ingredient.manifest.empty())
                add(ingredient.manifest, depth + 2);
        }
    }

    Pieces take() { return std::move(m_pieces); }

  private:
    void row(int depth, const QString& text) {
        const int indent = 3 * std::min(depth, 12);
        m_pieces.push_back(tableRow({QString(), text.toHtmlEscaped()}, {1 + indent, 99 - indent}));
    }

    const C2paRecord& m_record;
    std::set<std::string> m_seen;
    Pieces m_pieces;
};

} // namespace

QString credentialStateWord(const C2paRecord& record) {
    switch (record.state) {
    case C2paState::None:
        return reportText(QT_TRANSLATE_NOOP("Report", "none; their absence says nothing"));
    case C2paState::Remote:
        return reportText(QT_TRANSLATE_NOOP("Report", "kept elsewhere, not fetched"));
    case C2paState::NotValidated:
        return reportText(QT_TRANSLATE_NOOP("Report", "present, not checked"));
    case C2paState::Invalid:
        return reportText(QT_TRANSLATE_NOOP("Report", "present, do not hold"));
    case C2paState::Valid:
        return reportText(QT_TRANSLATE_NOOP("Report", "intact; the signer is on no given list"));
    case C2paState::Trusted:
        break;
    }
    return reportText(QT_TRANSLATE_NOOP("Report", "intact; the signer is on a given list"));
}

QString credentialSummaryText(const C2paRecord& record) {
    return translated(clues::credentialSummary(record));
}

std::vector<std::pair<QString, QString>> credentialAnswerTexts(const C2paRecord& record) {
    std::vector<std::pair<QString, QString>> texts;
    for (const clues::CredentialAnswer& answer : clues::credentialAnswers(record))
        texts.emplace_back(QCoreApplication::translate("ClueCatalog", answer.question),
                           translated(answer.answer));
    return texts;
}

QString credentialTimeText(const C2paRecord& record) {
    if (!record.signedAt)
        return {};
    const QString sentence =
        record.signedAt->isAuthorityListed
            ? reportText(QT_TRANSLATE_NOOP(
                  "Report", "Signed at %1 by the time stamp of %2, which is on a given list."))
            : reportText(QT_TRANSLATE_NOOP("Report", "Signed at %1 by the time stamp of %2, which "
                                                     "is on none of the given lists."));
    return sentence.arg(fromFile(record.signedAt->at), fromFile(record.signedAt->authority));
}

QString credentialActionText(const C2paAction& action) {
    QStringList parts = {fromFile(action.action)};
    if (!action.digitalSourceType.empty())
        parts << reportText(QT_TRANSLATE_NOOP("Report", "source type %1"))
                     .arg(fromFile(
                         action.digitalSourceType.substr(action.digitalSourceType.rfind('/') + 1)));
    for (const std::string* text : {&action.softwareAgent, &action.when, &action.description})
        if (!text->empty())
            parts << fromFile(*text);
    return parts.join(QStringLiteral(", "));
}

QString credentialManifestText(const C2paManifest& manifest) {
    QStringList parts;
    for (const std::string* text : {&manifest.title, &manifest.claimGenerator})
        if (!text->empty())
            parts << fromFile(*text);
    if (manifest.signer)
        parts << reportText(QT_TRANSLATE_NOOP("Report", "certificate of %1"))
                     .arg(fromFile(manifest.signer->name));
    if (parts.isEmpty())
        parts << fromFile(manifest.label);
    return parts.join(QStringLiteral(", "));
}

QString credentialIngredientText(const C2paIngredient& ingredient) {
    const QString title =
        ingredient.title.empty() ? fromFile(ingredient.label) : fromFile(ingredient.title);
    if (ingredient.relationship == "parentOf")
        return reportText(QT_TRANSLATE_NOOP("Report", "made from %1")).arg(title);
    if (ingredient.relationship == "componentOf")
        return reportText(QT_TRANSLATE_NOOP("Report", "contains %1")).arg(title);
    return reportText(QT_TRANSLATE_NOOP("Report", "used %1")).arg(title);
}

Pieces credentialPieces(const C2paRecord& record) {
    Pieces pieces = {fact(reportText(QT_TRANSLATE_NOOP("Report", "Content credentials")),
                          credentialStateWord(record).toHtmlEscaped())};
    if (!record.present && record.state != C2paState::Remote)
        return pieces;
    pieces.push_back(smallPrint(credentialSummaryText(record).toHtmlEscaped()));
    for (const auto& [question, answer] : credentialAnswerTexts(record))
        pieces.push_back(fact(question.toHtmlEscaped(), answer.toHtmlEscaped()));
    if (const QString time = credentialTimeText(record); !time.isEmpty())
        pieces.push_back(smallPrint(time.toHtmlEscaped()));
    for (const C2paByteRange& range : record.notCovered)
        pieces.push_back(smallPrint(
            reportText(
                QT_TRANSLATE_NOOP("Report", "Not covered by the signature: %1 bytes from %2. %3"))
                .arg(range.length)
                .arg(range.start)
                .arg(escaped(range.what))));
    TreePieces tree(record);
    tree.add(record.activeManifest, 0);
    for (Piece& piece : tree.take())
        pieces.push_back(std::move(piece));
    return pieces;
}

} // namespace core::report
