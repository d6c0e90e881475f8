// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/engine_catalog.h"

#include <QtTest>

using namespace core;
using namespace core::inference;

class EngineCatalogTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void embeddedEngineComesFirst();
    void fakeVlmNeedsItsFolder();
};

void EngineCatalogTest::embeddedEngineComesFirst() {
    QCOMPARE(engineCatalog().front().kind, EngineKind::Embedded);
    for (const EngineDescription& description : engineCatalog())
        QVERIFY(!description.name.empty());
}

void EngineCatalogTest::fakeVlmNeedsItsFolder() {
    EngineChoice choice;
    choice.kind = EngineKind::FakeVlm;
    const auto without = makeEngine(choice);
    QVERIFY(!without.has_value());
    QCOMPARE(without.error().code, ErrorCode::InvalidArgument);
    choice.modelDirectory = "/no/such/folder";
    const auto engine = makeEngine(choice);
    QVERIFY(engine.has_value()); // made without loading it
    QCOMPARE((*engine)->prepare({}, {}).error().code, ErrorCode::ModelMissing);
}

QTEST_GUILESS_MAIN(EngineCatalogTest)
#include "engine_catalog_test.moc"
