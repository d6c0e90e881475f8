// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/credential_words.h"

#include "core/clues/clue_catalog.h"
#include "core/clues/credential_sentences.h"
#include "core/report/html_parts.h"
#include "core/report/picture_image.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <iterator>
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

constexpr QSize kThumbnail(108, 81); ///< in dots; the picture fills one of its sides
constexpr int kDetail = 2;           ///< stored pixels for each dot

/// Under which a thumbnail is looked for: by place, since labels are text of the file.
QString imageName(const C2paRecord& record, const std::string& manifest,
                  const std::string& ingredient) {
    const C2paManifest* found = manifestOf(record, manifest);
    if (found == nullptr)
        return {};
    QString name =
        QStringLiteral("credential-%1").arg(std::distance(record.manifests.data(), found));
    const auto part = std::ranges::find(found->ingredients, ingredient, &C2paIngredient::label);
    if (!ingredient.empty())
        name += QStringLiteral("-%1").arg(std::distance(found->ingredients.begin(), part));
    return name;
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
        row(depth, credentialManifestText(*manifest),
            manifest->thumbnail ? imageName(m_record, label, {}) : QString());
        for (const C2paAction& action : manifest->actions)
            row(depth + 1, credentialActionText(action), {});
        for (const C2paAssertion& assertion : manifest->assertions)
            if (assertion.label.starts_with("cawg.identity"))
                row(depth + 1,
                    reportText(QT_TRANSLATE_NOOP("Report",
                                                 "an identity is stated, which was not verified")),
                    {});
        for (const C2paStatus& status : manifest->status.failure)
            if (status.code != "signingCredential.untrusted")
                row(depth + 1,
                    reportText(QT_TRANSLATE_NOOP("Report", "check failed: %1"))
                        .arg(fromFile(status.code)),
                    {});
        for (const C2paIngredient& ingredient : manifest->ingredients) {
            row(depth + 1, credentialIngredientText(ingredient),
                ingredient.thumbnail ? imageName(m_record, label, ingredient.label) : QString());
            if (!ingredient.manifest.empty())
                add(ingredient.manifest, depth + 2);
        }
    }

    Pieces take() { return std::move(m_pieces); }

  private:
    void row(int depth, const QString& text, const QString& image) {
        const int indent = 3 * std::min(depth, 12);
        constexpr int kImage = 11;
        if (image.isEmpty() || ++m_images > kMostImages)
            m_pieces.push_back(
                tableRow({QString(), text.toHtmlEscaped()}, {1 + indent, 99 - indent}));
        else
            m_pieces.push_back(
                tableRow({QString(),
                          QStringLiteral("<img src=\"%1\" width=\"%2\" height=\"%3\"/>")
                              .arg(image)
                              .arg(kThumbnail.width())
                              .arg(kThumbnail.height()),
                          text.toHtmlEscaped()},
                         {1 + indent, kImage, 99 - indent - kImage}));
    }

    static constexpr int kMostImages = 30;
    const C2paRecord& m_record;
    std::set<std::string> m_seen;
    int m_images = 0;
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

void addCredentialImage(PageFlow& flow, const C2paRecord& record,
                        const CredentialThumbnail& thumbnail) {
    const QString name = imageName(record, thumbnail.manifest, thumbnail.ingredient);
    if (name.isEmpty() || thumbnail.picture.isNull())
        return;
    const QImage picture =
        toQImage(thumbnail.picture)
            .scaled(kThumbnail * kDetail, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    flow.addDrawing(name, [picture](QPainter& painter, const QRectF& place) {
        const QSizeF size = QSizeF(picture.size()).scaled(place.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRectF(place.topLeft(), size), picture);
    });
}

} // namespace core::report
