// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/vocabulary.h"
#include "core/provenance/c2pa/credentials.h"
#include "tests/support/shared_data.h"

#include <QDate>
#include <QFile>
#include <QTest>

using namespace core::examination;

/// Public and made files with the states that others agree on.
class CasesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyCaseHasItsState_data();
    void everyCaseHasItsState();
};

void CasesTest::everyCaseHasItsState_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("codes");
    const auto table = tests::sharedData("cases/c2pa/cases.tsv");
    QFile file(table ? QString::fromStdString(table->string()) : QString());
    if (!table || !file.open(QIODevice::ReadOnly))
        QSKIP("the table of files with expected states is not on this machine");
    const QStringList names = QString::fromUtf8(file.readLine()).trimmed().split('\t');
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).chopped(1).split('\t');
        const auto cell = [&](const char* name) { return cells.value(names.indexOf(name)); };
        const QString clock = cell("clock");
        const bool hasEnded =
            clock.startsWith("valid until ") &&
            QDate::fromString(clock.mid(12, 10), Qt::ISODate) < QDate::currentDate();
        const auto path = tests::sharedData("cases/c2pa/files/" + cell("file").toStdString());
        if (cell("confidence") != "high" || hasEnded || !path)
            continue;
        QTest::newRow(qPrintable(cell("name") + " " + cell("sha256").left(8)))
            << QString::fromStdString(path->string()) << cell("state")
            << cell("codes").split(';', Qt::SkipEmptyParts);
    }
}

void CasesTest::everyCaseHasItsState() {
    QFETCH(QString, path);
    QFETCH(QString, state);
    QFETCH(QStringList, codes);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const auto record = core::provenance::c2pa::readCredentials(
        {reinterpret_cast<const std::uint8_t*>(bytes.data()),
         static_cast<std::size_t>(bytes.size())});
    QStringList found;
    for (const C2paStatus& status : record.status.failure)
        found << QString::fromStdString(status.code);
    QVERIFY2(wordFor(record.state) == state.toStdString(), qPrintable(found.join(", ")));
    for (QString wanted : codes) {
        wanted.remove("ingredient:");
        const QStringList either = wanted.split('|');
        const bool isThere = std::ranges::any_of(
            either, [&found](const QString& code) { return found.contains(code); });
        QVERIFY2(isThere, qPrintable(wanted + " is not among " + found.join(", ")));
    }
}

QTEST_APPLESS_MAIN(CasesTest)
#include "cases_test.moc"
