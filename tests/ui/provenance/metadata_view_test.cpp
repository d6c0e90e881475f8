// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/provenance/metadata_view.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using core::examination::ProvenanceRecord;
using ui::provenance::MetadataView;

class MetadataViewTest : public QObject {
    Q_OBJECT

  private:
    static ProvenanceRecord record() {
        ProvenanceRecord record;
        record.camera = "Canon EOS R6";
        record.generator = "<b>Stable</b> Diffusion";
        record.fields = {{"EXIF", "Exif.Image.Make", "Canon"},
                         {"EXIF", "Exif.Photo.FNumber", "F2.8"},
                         {"PNG text", "parameters", "steps: 20"}};
        return record;
    }

    static QTreeView* table(const MetadataView& view) {
        return view.findChild<QTreeView*>("metadataTable");
    }

  private Q_SLOTS:
    void theSummarySaysWhatTheFileStates() {
        MetadataView view;
        view.setProvenance(record());
        const auto* summary = view.findChild<QLabel*>("provenanceSummary");
        QVERIFY(summary->text().contains("Canon EOS R6"));
        QVERIFY(summary->text().contains("not stated"));
        // The file's words are never taken for markup.
        QVERIFY(summary->text().contains("<b>Stable</b> Diffusion"));
        QCOMPARE(summary->textFormat(), Qt::PlainText);
    }

    void typingFiltersNamesAndValues() {
        MetadataView view;
        view.setProvenance(record());
        QCOMPARE(table(view)->model()->rowCount(), 3);
        auto* search = view.findChild<QLineEdit*>("metadataSearch");
        QTest::keyClicks(search, "canon");
        QCOMPARE(table(view)->model()->rowCount(), 1);
        search->clear();
        QTest::keyClicks(search, "fnumber");
        QCOMPARE(table(view)->model()->rowCount(), 1);
    }

    void chosenFieldsAreCopied() {
        MetadataView view;
        view.setProvenance(record());
        view.copyFields();
        QCOMPARE(QApplication::clipboard()->text().split('\n').size(), 3);
        table(view)->setCurrentIndex(table(view)->model()->index(2, 0));
        view.copyFields();
        QCOMPARE(QApplication::clipboard()->text(), QString("parameters\tsteps: 20"));
    }

    void anotherPictureReplacesTheFields() {
        MetadataView view;
        view.setProvenance(record());
        view.setProvenance({});
        QCOMPARE(table(view)->model()->rowCount(), 0);
        QVERIFY(!view.findChild<QLabel*>("provenanceSummary")->text().contains("Canon"));
    }
};

QTEST_MAIN(MetadataViewTest)
#include "metadata_view_test.moc"
