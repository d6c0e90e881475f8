// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation_list.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace core::evaluation;

class EvaluationListTest : public QObject {
    Q_OBJECT

    [[nodiscard]] core::Result<std::vector<EvaluationItem>> read(const std::string& text) const {
        const auto file = std::filesystem::path(m_folder.path().toStdString()) / "list";
        std::ofstream(file) << text;
        return readEvaluationList(file, "/pictures");
    }
    QTemporaryDir m_folder;

  private Q_SLOTS:
    void tableColumnsMayComeInAnyOrder() {
        const auto items =
            read("class\tlook\tfile\tsource\tmask\nai\tphoto\ta/b.jpg\tx/y\tm.png\r\n"
                 "real\t\tc.png\tz\n");
        QVERIFY(items.has_value());
        QCOMPARE(items->size(), std::size_t{2});
        QVERIFY((*items)[0].isFake);
        QCOMPARE((*items)[0].file.string(), std::string("/pictures/a/b.jpg"));
        QCOMPARE((*items)[0].mask.string(), std::string("/pictures/m.png"));
        QVERIFY(!(*items)[1].isFake);
        QCOMPARE((*items)[1].source, std::string("z"));
        QVERIFY((*items)[1].mask.empty());
    }

    void fakeClueLabelsOneAsReal() {
        const auto items = read(R"([{"image":"a.jpg","label":0,"cate":"animal","conversations":
            [{"from":"human","value":"<image>Real?"},{"from":"gpt","value":"This is fake."}]},
            {"image":"b.jpg","label":1,"cate":"human"}])");
        QVERIFY(items.has_value());
        QVERIFY((*items)[0].isFake);
        QCOMPARE((*items)[0].look, std::string("animal"));
        QCOMPARE((*items)[0].reference, std::string("This is fake."));
        QVERIFY(!(*items)[1].isFake);
    }

    void namesOutsideOfTheFolderAreRefused() {
        QVERIFY(!read("file\tclass\n../../etc/passwd\treal\n").has_value());
        QVERIFY(!read("file\tclass\na/../../b\treal\n").has_value());
        QVERIFY(!read("file\tclass\n/etc/passwd\treal\n").has_value());
        QVERIFY(!read(R"([{"image":"../a.jpg","label":0}])").has_value());
    }

    void damagedListsAreRefusedWithAReason() {
        QCOMPARE(read("file\tlook\na\tphoto\n").error().code, core::ErrorCode::InvalidArgument);
        QCOMPARE(read("file\tclass\n").error().code, core::ErrorCode::InvalidArgument);
        QCOMPARE(read("").error().code, core::ErrorCode::InvalidArgument);
        QCOMPARE(read("[{\"image\":1}]").error().code, core::ErrorCode::InvalidJson);
        QCOMPARE(read("[{").error().code, core::ErrorCode::InvalidJson);
        QCOMPARE(readEvaluationList("/nowhere/list", "/").error().code,
                 core::ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(EvaluationListTest)
#include "evaluation_list_test.moc"
