// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/examination_rows.h"

#include "core/base/digest.h"
#include "core/cases/audit_log.h"
#include "core/cases/exhibit_rows.h"
#include "core/cases/picture_layers.h"
#include "core/examination/examination_json.h"
#include "core/examination/vocabulary.h"

#include <QJsonDocument>

namespace core::cases {

namespace {

QString said(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

QJsonObject engineDetails(const examination::EngineRecord& engine) {
    return {{"name", said(engine.name)},     {"version", said(engine.version)},
            {"model", said(engine.model)},   {"model_sha256", said(engine.modelSha256)},
            {"device", said(engine.device)}, {"precision", said(engine.precision)},
            {"prompt", said(engine.prompt)}, {"prompt_form", said(engine.promptForm)}};
}

QString digestOf(const QByteArray& bytes) {
    return said(sha256({reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                        static_cast<std::size_t>(bytes.size())}));
}

} // namespace

ExaminationRow examinationRow(std::int64_t exhibit, const examination::Examination& examination,
                              const QByteArray& layers) {
    ExaminationRow row;
    row.exhibit = exhibit;
    row.json = said(examination::toJson(examination));
    row.jsonSha256 = digestOf(row.json.toUtf8());
    row.verdict = said(examination::wordFor(examination.verdict));
    row.pFake = examination.pFake;
    row.createdAt = timeStamp();
    row.details = {{"exhibit", qint64{exhibit}},
                   {"created_at", row.createdAt},
                   {"engine", engineDetails(examination.engine)},
                   {"verdict", row.verdict},
                   {"examination_sha256", row.jsonSha256}};
    if (!layers.isEmpty())
        row.details.insert("layers_sha256", digestOf(layers));
    return row;
}

Result<void> insertExamination(const CaseDatabase& database, const ExaminationRow& row) {
    auto added = database.run(
        QStringLiteral("INSERT INTO examinations (exhibit, created_at, verdict, p_fake, json, "
                       "json_sha256) VALUES (?, ?, ?, ?, ?, ?)"),
        {qint64{row.exhibit}, row.createdAt, row.verdict, row.pFake, row.json, row.jsonSha256});
    if (!added)
        return tl::unexpected(added.error());
    auto marked = database.run(
        QStringLiteral("UPDATE exhibits SET state = ?, error_code = '', error_message = '', "
                       "examination = ? WHERE number = ?"),
        {wordFor(ExhibitState::Examined), added->lastInsertId(), qint64{row.exhibit}});
    if (!marked)
        return tl::unexpected(marked.error());
    return {};
}

QJsonObject failureDetails(std::int64_t exhibit, const Error& error) {
    return {{"exhibit", qint64{exhibit}},
            {"code", said(errorName(error.code))},
            {"message", said(error.message)}};
}

Result<void> insertFailure(const CaseDatabase& database, std::int64_t exhibit, const Error& error) {
    auto marked = database.run(QStringLiteral("UPDATE exhibits SET state = ?, error_code = ?, "
                                              "error_message = ? WHERE number = ?"),
                               {wordFor(ExhibitState::Failed), said(errorName(error.code)),
                                said(error.message), qint64{exhibit}});
    if (!marked)
        return tl::unexpected(marked.error());
    return {};
}

Result<QString> examinationJson(const CaseDatabase& database, std::int64_t exhibit) {
    auto query = database.run(
        QStringLiteral("SELECT x.json FROM exhibits e JOIN examinations x ON x.id = e.examination "
                       "WHERE e.number = ?"),
        {qint64{exhibit}});
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toString() : QString();
}

void addLayers(const CaseDatabase& database, const CaseIndex::Layers& layers, const QString& json,
               examination::Examination& examination) {
    if (layers.row == 0)
        return;
    auto query = database.run(QStringLiteral("SELECT details FROM audit WHERE seq = ?"),
                              {qint64{layers.row}});
    if (!query || !query->next())
        return;
    const auto details = QJsonDocument::fromJson(query->value(0).toString().toUtf8()).object();
    if (details.value("examination_sha256").toString() == digestOf(json.toUtf8()) &&
        details.value("layers_sha256").toString() == digestOf(layers.packed))
        static_cast<void>(unpackLayers(layers.packed, examination));
}

} // namespace core::cases
