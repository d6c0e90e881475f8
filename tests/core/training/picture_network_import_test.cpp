// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/picture_network_import.h"

#include "core/model/checkpoint/safetensors.h"

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <filesystem>

using namespace core;

namespace {

constexpr int kShards = 6;

/// A package as small as can be: one kernel that is used and one that is not, three bytes each.
void writePackage(const QTemporaryDir& folder, const QByteArray& bytes) {
    const auto write = [&](const QString& name, const QByteArray& text) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(
        "model.min.js",
        R"(!function(){n.exports={weightsManifest:[{weights:[{name:"conv2d_1/kernel",shape:[1,1,1,3],)"
        R"(dtype:"float32",quantization:{min:-.5,scale:.25,dtype:"uint8"}},{name:"dense_1/kernel",)"
        R"(shape:[3],dtype:"float32",quantization:{min:0,scale:1e-3,dtype:"uint8"}}]}]}})");
    for (int shard = 0; shard < kShards; ++shard) {
        const QByteArray part = bytes.mid(shard, shard + 1 < kShards ? 1 : -1);
        write(QString("group1-shard%1of%2.min.js").arg(shard + 1).arg(kShards),
              "!function(){n.exports=\"" + part.toBase64() + "\"}");
    }
}

} // namespace

class PictureNetworkImportTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_package;

    [[nodiscard]] std::filesystem::path package() const { return m_package.path().toStdString(); }
    [[nodiscard]] std::filesystem::path output() const {
        return m_package.filePath("network").toStdString();
    }

  private Q_SLOTS:
    void whatIsUsedIsTakenAsItIs() {
        writePackage(m_package, QByteArray("\x01\x02\x03\x04\x05\x06"));
        const auto done = training::importPictureNetwork(package(), output());
        QVERIFY2(done, done ? "" : done.error().message.c_str());
        const auto file = model::SafetensorsFile::open(output());
        QVERIFY(file);
        QCOMPARE(file->tensors().size(), 2UL); // the kernel and its range
        const auto kernel = file->bytes(file->tensors().at("conv2d_1/kernel"));
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(kernel.data()), kernel.size()),
                 QByteArray("\x01\x02\x03"));
        float range[2] = {};
        std::memcpy(range, file->bytes(file->tensors().at("conv2d_1/kernel.range")).data(),
                    sizeof range);
        QCOMPARE(range[0], -0.5F);
        QCOMPARE(range[1], 0.25F);
    }

    void anotherLayoutIsNamed() {
        writePackage(m_package, QByteArray("\x01\x02\x03\x04\x05\x06\x07"));
        const auto done = training::importPictureNetwork(package(), output());
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::FileUnreadable);
    }

    void aMissingPackageIsNamed() {
        const auto done = training::importPictureNetwork("/nowhere", output());
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::FileNotFound);
        QVERIFY(done.error().message.find("/nowhere") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(PictureNetworkImportTest)
#include "picture_network_import_test.moc"
