// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/safetensors.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

using namespace core;
using namespace core::model;

namespace {

std::string withLength(std::uint64_t length, const std::string& rest) {
    std::string bytes(sizeof length, '\0');
    std::memcpy(bytes.data(), &length, sizeof length);
    return bytes + rest;
}

/// A file whose header is `json`, with `dataBytes` bytes behind it.
std::string file(const std::string& json, std::size_t dataBytes) {
    return withLength(json.size(), json + std::string(dataBytes, '\1'));
}

} // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void writtenTensorsAreReadBack();
    void damagedFilesAreRefusedWithASentence_data();
    void damagedFilesAreRefusedWithASentence();
    void mutatedFilesNeverLeadOutsideTheirBytes();
    void missingFilesAndFoldersAreNoTensors();

  private:
    Result<SafetensorsFile> opened(const std::string& bytes) {
        const auto path = folder() / "weights.safetensors";
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
        return SafetensorsFile::open(path);
    }
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
};

void SafetensorsTest::writtenTensorsAreReadBack() {
    const std::vector<std::uint8_t> first = {1, 2, 3, 4, 5, 6, 7, 8};
    const std::vector<std::uint8_t> second = {9, 10};
    const std::vector<TensorToWrite> tensors = {{"b", DataType::F32, {2, 1}, first},
                                                {"a", DataType::BF16, {}, second}};
    QVERIFY(
        writeSafetensors(folder() / "out.safetensors", tensors, {{"format", "pt"}}).has_value());
    const auto read = SafetensorsFile::open(folder() / "out.safetensors");
    QVERIFY(read.has_value());
    QCOMPARE(read->tensors().size(), std::size_t{2});
    QCOMPARE(read->metadata().at("format"), std::string("pt"));
    const TensorEntry& b = read->tensors().at("b");
    QCOMPARE(b.shape, (std::vector<std::int64_t>{2, 1}));
    QCOMPARE(b.elements(), 2);
    const auto bytes = read->bytes(b);
    QVERIFY(std::equal(bytes.begin(), bytes.end(), first.begin(), first.end()));
    QCOMPARE(read->bytes(read->tensors().at("a"))[1], std::uint8_t{10});
    QVERIFY(!writeSafetensors(folder() / "no/such/folder.safetensors", tensors).has_value());
}

void SafetensorsTest::damagedFilesAreRefusedWithASentence_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& bytes, const char* says) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << says;
    };
    const auto entry = [](const std::string& fields) { return "{\"a\":{" + fields + "}}"; };
    const std::string good = R"("dtype":"F32","shape":[2],"data_offsets":[0,8])";
    row("empty", "", "is empty");
    row("git-lfs", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
        "Git-LFS pointer");
    row("seven bytes", "1234567", "too short");
    row("huge header", withLength(~std::uint64_t{0}, "{}"), "claims 18446744073709551615 bytes");
    row("header behind the end", withLength(1000, "{}"), "cut off inside its header");
    row("no JSON", file("{\"a\":", 8), "not valid JSON");
    row("no object", file("[1,2]", 8), "structure");
    row("deep", file("{\"a\":" + std::string(100000, '['), 0), "structure");
    row("data cut off", file(entry(good), 5), "it is cut off: 8 bytes");
    row("data too long", file(entry(good), 9), "does not mention");
    row("unknown type", file(entry(R"("dtype":"Q4","shape":[2],"data_offsets":[0,8])"), 8),
        "not known");
    row("shape and place differ",
        file(entry(R"("dtype":"F32","shape":[3],"data_offsets":[0,8])"), 8), "do not agree");
    row("offsets backwards", file(entry(R"("dtype":"F32","shape":[2],"data_offsets":[8,0])"), 8),
        "do not agree");
    row("offset overflow",
        file(
            entry(
                R"("dtype":"U8","shape":[2],"data_offsets":[18446744073709551614,18446744073709551615])"),
            8),
        "do not agree");
    row("shape overflow",
        file(entry(R"("dtype":"F32","shape":[4294967296,4294967296,4],"data_offsets":[0,0])"), 0),
        "do not agree");
    row("negative shape", file(entry(R"("dtype":"F32","shape":[-2],"data_offsets":[0,8])"), 8),
        "negative");
    row("fraction", file(entry(R"("dtype":"F32","shape":[2.0],"data_offsets":[0,8])"), 8),
        "structure");
    row("nine dimensions",
        file(entry(R"("dtype":"F32","shape":[1,1,1,1,1,1,1,1,2],"data_offsets":[0,8])"), 8),
        "8 dimensions");
    row("incomplete", file(entry(R"("dtype":"F32","shape":[2])"), 8), "incompletely");
    row("unknown field", file(entry(good + R"(,"x":1)"), 8), "structure");
    row("twice", file("{\"a\":{" + good + "},\"a\":{" + good + "}}", 8), "twice");
    row("overlap",
        file("{\"a\":{" + good + R"(},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})", 12),
        "overlap");
    row("gap",
        file("{\"a\":{" + good + R"(},"b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}})",
             16),
        "gap");
}

void SafetensorsTest::damagedFilesAreRefusedWithASentence() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto read = opened(bytes.toStdString());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::ModelInvalid);
    const QString message = QString::fromStdString(read.error().message);
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY(message.startsWith("weights.safetensors"));
}

void SafetensorsTest::mutatedFilesNeverLeadOutsideTheirBytes() {
    const std::string json =
        R"({"__metadata__":{"format":"pt"},"a":{"dtype":"F16","shape":[2,3],"data_offsets":[0,12]},)"
        R"("b":{"dtype":"F32","shape":[5],"data_offsets":[12,32]}})";
    const std::string original = file(json, 32);
    QVERIFY(opened(original).has_value());
    std::mt19937 random(11);
    int accepted = 0;
    for (int round = 0; round < 500; ++round) {
        std::string bytes = original;
        const std::size_t changes = 1 + random() % 3;
        for (std::size_t i = 0; i < changes; ++i) {
            const std::size_t at = random() % (round % 2 == 0 ? bytes.size() : 40);
            if (random() % 4 == 0)
                bytes.erase(at, 1 + random() % 4);
            else if (random() % 3 == 0)
                bytes.insert(at, 1, "0123456789-[]{},\":"[random() % 18]);
            else
                bytes[at] = static_cast<char>(random());
        }
        const auto read = opened(bytes);
        if (!read)
            continue;
        ++accepted;
        std::uint64_t sum = 0;
        for (const auto& [name, entry] : read->tensors()) {
            const auto data = read->bytes(entry);
            QCOMPARE(data.size(), static_cast<std::size_t>(entry.elements()) * sizeOf(entry.type));
            for (const std::uint8_t byte : data)
                sum += byte;
        }
        QVERIFY(sum <= bytes.size() * 255);
    }
    QVERIFY(accepted > 0); // changes of the data alone
}

void SafetensorsTest::missingFilesAndFoldersAreNoTensors() {
    QCOMPARE(SafetensorsFile::open(folder() / "none").error().code, ErrorCode::FileNotFound);
    QCOMPARE(SafetensorsFile::open(folder()).error().code, ErrorCode::FileUnreadable);
}

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
