// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_data.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< one, or one for each plural form
    bool isUnfinished = false;
};

QStringList formsOf(QXmlStreamReader& xml) {
    QStringList forms;
    QString text;
    while (!xml.atEnd() && !(xml.isEndElement() && xml.name() == u"translation")) {
        xml.readNext();
        if (xml.isCharacters())
            text += xml.text();
        if (xml.isStartElement() && xml.name() == u"numerusform")
            forms << xml.readElementText();
    }
    return forms.isEmpty() ? QStringList(text) : forms;
}

QList<Message> messagesOf(const QString& language) {
    QFile file(QString::fromStdString((tests::sourceDirectory() / "translations" /
                                       ("clueglass_" + language.toStdString() + ".ts"))
                                          .string()));
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            messages.append({context, xml.readElementText(), {}, false});
        else if (xml.name() == u"translation") {
            messages.last().isUnfinished = xml.attributes().value("type") == u"unfinished";
            messages.last().translations = formsOf(xml);
        }
    }
    return messages;
}

/// %1, %n and the clue catalog's {gaps}, sorted.
QStringList placeholders(const QString& text) {
    static const QRegularExpression kPattern("%[1-9n]|\\{[^}]*\\}");
    QStringList found;
    for (auto it = kPattern.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyTextIsTranslatedWithItsPlaceholders_data() { languages(); }
    void everyTextIsTranslatedWithItsPlaceholders() {
        QFETCH(QString, language);
        const QList<Message> messages = messagesOf(language);
        QVERIFY(messages.size() > 300);
        for (const Message& message : messages) {
            QVERIFY2(!message.isUnfinished, qPrintable(message.source));
            for (const QString& translation : message.translations) {
                QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
                QCOMPARE(placeholders(translation), placeholders(message.source));
            }
            if (message.source.contains("%n"))
                QCOMPARE(message.translations.size(), 2);
        }
    }

    void mnemonicsStay_data() { languages(); }
    void mnemonicsStay() {
        QFETCH(QString, language);
        for (const Message& message : messagesOf(language))
            QCOMPARE(message.translations.first().count('&'), message.source.count('&'));
    }

    void menusOpenWithLettersOfTheirOwn_data() { languages(); }
    void menusOpenWithLettersOfTheirOwn() {
        QFETCH(QString, language);
        static const QStringList kMenus{"&File",     "&Edit", "P&icture", "&Review",
                                        "&Annotate", "&View", "&Queue",   "&Help"};
        QString letters("PXU"); // with Alt: pick, reject and clear the selection
        for (const Message& message : messagesOf(language)) {
            if (message.context != u"ui::main_window::MainActions" ||
                !kMenus.contains(message.source))
                continue;
            const QString& menu = message.translations.first();
            const QChar letter = menu[menu.indexOf('&') + 1].toUpper();
            QVERIFY2(!letters.contains(letter), qPrintable(menu));
            letters += letter;
        }
        QCOMPARE(letters.size(), 3 + kMenus.size());
    }

    void compiledTranslationIsInTheProgram_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("photograph");
        QTest::newRow("German") << "de"
                                << "Foto";
        QTest::newRow("French") << "fr"
                                << "Photo";
    }
    void compiledTranslationIsInTheProgram() {
        QFETCH(QString, language);
        QFETCH(QString, photograph);
        QTranslator translator;
        QVERIFY(translator.load(":/i18n/clueglass_" + language + ".qm"));
        QCOMPARE(translator.translate("Words", "Photograph"), photograph);
        QCOMPARE(translator.translate("Words", "."), QString(","));
    }

  private:
    static void languages() {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << "de";
        QTest::newRow("French") << "fr";
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
