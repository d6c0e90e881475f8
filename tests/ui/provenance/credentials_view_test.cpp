// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/provenance/credentials_view.h"

#include <QLabel>
#include <QTest>
#include <QTreeWidget>

using namespace core::examination;
using ui::provenance::CredentialsView;

class CredentialsViewTest : public QObject {
    Q_OBJECT

  private:
    static C2paIngredient made(const char* label, const char* title, const char* manifest) {
        C2paIngredient ingredient;
        ingredient.label = label;
        ingredient.title = title;
        ingredient.relationship = "parentOf";
        ingredient.manifest = manifest;
        return ingredient;
    }

    static C2paRecord record() {
        C2paRecord record;
        record.present = true;
        record.state = C2paState::Valid;
        C2paManifest parent;
        parent.label = "urn:c2pa:parent";
        parent.title = "parent.jpg";
        C2paManifest active;
        active.label = "urn:c2pa:active";
        active.title = "<b>bold</b>\u202Egpj.exe";
        active.signer.emplace();
        active.signer->name = "<i>Somebody</i>";
        active.signer->issuer = "Authority";
        active.actions.resize(1);
        active.actions[0].action = "c2pa.created";
        active.actions[0].digitalSourceType = "x/digitalCapture";
        active.ingredients = {made("c2pa.ingredient.v3", "parent.jpg", "urn:c2pa:parent")};
        record.manifests = {parent, active};
        record.activeManifest = active.label;
        record.signer = active.signer;
        record.status.success = {{"claimSignature.validated", "", ""},
                                 {"assertion.dataHash.match", "", ""}};
        record.status.failure = {{"signingCredential.untrusted", "", ""}};
        return record;
    }

    static QString answers(const CredentialsView& view) {
        return view.findChild<QLabel*>("credentialAnswers")->text();
    }

  private Q_SLOTS:
    void fourAnswersAreGiven() {
        CredentialsView view;
        view.setCredentials(record(), {});
        QCOMPARE(answers(view).count("?</b>"), 4);
        QVERIFY(answers(view).contains("Yes. Every byte"));
        QVERIFY(answers(view).contains("none of the lists"));
    }

    void theTreeFollowsTheIngredients() {
        CredentialsView view;
        view.setCredentials(record(), {});
        const auto* tree = view.findChild<QTreeWidget*>("credentialTree");
        QCOMPARE(tree->topLevelItemCount(), 1);
        const QTreeWidgetItem* active = tree->topLevelItem(0);
        const QTreeWidgetItem* ingredient = active->child(active->childCount() - 1);
        QVERIFY(ingredient->text(0).contains("parent.jpg"));
        QCOMPARE(ingredient->childCount(), 1);
        QCOMPARE(ingredient->child(0)->text(1), QString("urn:c2pa:parent"));
    }

    void hostileWordsAreNeitherMarkupNorHidden() {
        CredentialsView view;
        view.setCredentials(record(), {});
        QVERIFY(answers(view).contains("&lt;i&gt;Somebody&lt;/i&gt;"));
        const QString title =
            view.findChild<QTreeWidget*>("credentialTree")->topLevelItem(0)->text(0);
        QVERIFY(title.contains("[U+202E]"));
        QVERIFY(!title.contains(QChar(0x202E)));
    }

    void aCircleOfIngredientsEnds() {
        C2paRecord circle = record();
        circle.manifests[0].ingredients = {made("back", "", "urn:c2pa:active")};
        CredentialsView view;
        view.setCredentials(circle, {});
        QCOMPARE(view.findChild<QTreeWidget*>("credentialTree")->topLevelItemCount(), 1);
    }

    void withoutCredentialsThereIsOneSentence() {
        CredentialsView view;
        view.setCredentials({}, {});
        QVERIFY(answers(view).contains("carries no Content Credentials"));
        QVERIFY(view.findChild<QTreeWidget*>("credentialTree")->isHidden());
    }
};

QTEST_MAIN(CredentialsViewTest)
#include "credentials_view_test.moc"
