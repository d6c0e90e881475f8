// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/made_case.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <fstream>

namespace tests {

using namespace core::cases;

MadeCase::MadeCase() {
    if (!m_folder.isValid() || !createCase(caseFolder(), "tester"))
        qFatal("The test's case could not be made.");
}

std::filesystem::path MadeCase::root() const {
    return m_folder.path().toStdString();
}

std::unique_ptr<CaseStore> MadeCase::open() const {
    auto store = openCase(caseFolder(), "tester");
    if (!store)
        qWarning("%s", store.error().message.c_str());
    return store ? std::move(*store) : nullptr;
}

std::filesystem::path MadeCase::evidence(const std::string& name, const std::string& bytes) const {
    const auto file = root() / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

std::int64_t MadeCase::takeInExamined(CaseStore& store, const std::filesystem::path& file,
                                      Keeping keeping) const {
    const auto intake = store.takeIn(file, keeping, {});
    if (!intake)
        return 0;
    const auto recorded =
        store.recordExamination(intake->exhibit.number, examinationOfBytes(intake->exhibit.sha256));
    return recorded ? intake->exhibit.number : 0;
}

bool MadeCase::tamper(const QString& statement) const {
    bool isDone = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "tamper");
        database.setDatabaseName(QString::fromStdString(this->database().string()));
        isDone = database.open() && QSqlQuery(database).exec(statement);
    }
    QSqlDatabase::removeDatabase("tamper");
    return isDone;
}

std::vector<QStringList> MadeCase::rows(const QString& statement) const {
    std::vector<QStringList> all;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "rows");
        database.setDatabaseName(QString::fromStdString(this->database().string()));
        QSqlQuery query(database);
        if (database.open() && (query = QSqlQuery(database)).exec(statement)) {
            while (query.next()) {
                QStringList row;
                for (int column = 0; column < query.record().count(); ++column)
                    row << query.value(column).toString();
                all.push_back(row);
            }
        }
    }
    QSqlDatabase::removeDatabase("rows");
    return all;
}

int MadeCase::runScript(QByteArray& output, const QStringList& more) const {
    const QString python = QStandardPaths::findExecutable("python3");
    if (python.isEmpty())
        return -1;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(python,
                  QStringList{QString::fromStdString((caseFolder() / "verify_case.py").string()),
                              QString::fromStdString(caseFolder().string())} +
                      more);
    process.waitForFinished();
    output = process.readAll();
    return process.exitCode();
}

std::optional<QStringList> MadeCase::dump() const {
    std::optional<QStringList> lines = QStringList();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "dump");
        database.setDatabaseName(QString::fromStdString(this->database().string()));
        database.setConnectOptions("QSQLITE_OPEN_READONLY");
        if (!database.open())
            lines.reset();
        for (const char* table :
             {"exhibits", "examinations", "audit", "marks", "journal", "places"}) {
            QSqlQuery query(database);
            if (!lines || !query.exec(QStringLiteral("SELECT * FROM %1").arg(table))) {
                lines.reset();
                break;
            }
            while (query.next()) {
                QString line = table;
                for (int column = 0; column < query.record().count(); ++column)
                    line += QStringLiteral("|") + query.value(column).toString();
                *lines << line;
            }
            if (query.lastError().isValid())
                lines.reset();
        }
    }
    QSqlDatabase::removeDatabase("dump");
    return lines;
}

QString firstDifference(const std::optional<QStringList>& a, const std::optional<QStringList>& b) {
    if (!a || !b)
        return QStringLiteral(": one cannot be read");
    for (qsizetype i = 0; i < std::max(a->size(), b->size()); ++i)
        if (a->value(i) != b->value(i))
            return QStringLiteral(": ") + a->value(i) + QStringLiteral(" -> ") + b->value(i);
    return {};
}

core::examination::Examination examinationOfBytes(const std::string& sha256) {
    core::examination::Examination examination;
    examination.source.path = "/received/ünïcode \"name\".jpg";
    examination.source.sha256 = sha256;
    examination.source.bytes = 4;
    examination.source.format = "jpeg";
    examination.source.width = 640;
    examination.source.height = 480;
    examination.verdict = core::examination::Verdict::Fake;
    examination.pFake = 0.1 + 0.8314159265358979;
    examination.engine = {"fake", "1", "none", std::string(64, 'e'), "cpu", "fp32", ""};
    return examination;
}

} // namespace tests
