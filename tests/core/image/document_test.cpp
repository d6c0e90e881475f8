// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/document.h"
#include "tests/support/opens_counter.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using core::ErrorCode;
using core::image::DecodeLimits;
using core::image::Document;
using core::image::Documents;

namespace {

constexpr std::int64_t kPlenty = 1 << 30;

using Opened = std::shared_ptr<const Document>;

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = write("a.png", 60);
    }

    void aFileIsReadOnce() {
        Documents documents(kPlenty);
        // A file that was written within the last tick of the clock is not trusted yet.
        QTRY_VERIFY(opened(documents, m_file) == opened(documents, m_file));
        tests::OpensCounter opens(m_file);
        QVERIFY(opens.isWatching());
        QVERIFY(opened(documents, m_file)->thumbnail(16).has_value());
        QVERIFY(opened(documents, m_file)->picture().has_value());
        QCOMPARE(opens.count(), 0);
        QVERIFY(opened(documents, write("b.png", 60)) != opened(documents, m_file));
    }

    void aFileThatChangedIsReadAgain() {
        Documents documents(kPlenty);
        QTRY_VERIFY(opened(documents, m_file) == opened(documents, m_file));
        const Opened before = opened(documents, m_file);
        write("a.png", 200);
        const Opened after = opened(documents, m_file);
        QVERIFY(before != after);
        QVERIFY(before->file().sha256 != after->file().sha256);
    }

    void whatIsMadeOfADocumentIsOfTheBytesThatWereHashed() {
        Documents documents(kPlenty);
        const Opened document = opened(documents, m_file);
        QCOMPARE(document->file().sha256.size(), std::size_t{64});
        write("a.png", 200); // somebody changes the file on disk
        QCOMPARE(levelOf(*document->thumbnail(16)), 60);
        QCOMPARE(levelOf(document->picture()->image), 60);
        QVERIFY(std::filesystem::remove(m_file));
        QCOMPARE(levelOf(*document->thumbnail(16)), 60);
    }

    void thumbnailsComeFromThePictureOnceItIsThere() {
        Documents documents;
        const Opened document = opened(documents, m_file);
        const auto early = document->thumbnail(16);
        QVERIFY(document->picture().has_value());
        const auto late = document->thumbnail(16);
        QCOMPARE(late->width(), early->width());
        QCOMPARE(late->height(), early->height());
        QCOMPARE(document->thumbnail(0).error().code, ErrorCode::InvalidArgument);
    }

    void aThumbnailIsMadeOnceForEachSize() {
        Documents documents(kPlenty);
        QTRY_VERIFY(opened(documents, m_file) == opened(documents, m_file));
        const Opened document = opened(documents, m_file);
        const auto before = documents.memory();
        const auto first = document->thumbnail(16);
        QVERIFY(first && document->thumbnail(16)->bytes() == first->bytes());
        QCOMPARE(documents.memory(), before + 16 * 16 * 3);
        QCOMPARE(document->thumbnail(8)->width(), 8);
    }

    void severalThreadsDecodeOnce() {
        Documents documents(kPlenty);
        const Opened document = opened(documents, m_file);
        std::vector<std::thread> threads;
        std::vector<std::shared_ptr<const core::image::ByteBuffer>> pixels(8);
        for (auto& of : pixels)
            threads.emplace_back([&of, document] { of = document->picture()->image.bytes(); });
        for (std::thread& thread : threads)
            thread.join();
        for (const auto& of : pixels)
            QVERIFY(of && of == pixels.front());
    }

    void severalThreadsReadOnce() {
        Documents documents(kPlenty);
        QTRY_VERIFY(opened(documents, m_file) == opened(documents, m_file));
        const auto large = write("large.png", 90, 2000);
        QTRY_VERIFY(opened(documents, large) == opened(documents, large));
        Documents others(kPlenty);
        std::vector<std::thread> threads;
        std::vector<Opened> all(8);
        for (Opened& one : all)
            threads.emplace_back([&] { one = opened(others, large); });
        for (std::thread& thread : threads)
            thread.join();
        for (const Opened& one : all)
            QVERIFY(one && one == all.front());
    }

    void cancellingOneDoesNotHarmTheOthers() {
        Documents documents(kPlenty);
        QTRY_VERIFY(opened(documents, m_file) == opened(documents, m_file));
        std::stop_source stop;
        stop.request_stop();
        const Opened document = opened(documents, m_file);
        QCOMPARE(document->picture(stop.get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY(document->picture().has_value());
        QCOMPARE(Documents(kPlenty).open(m_file, {}, stop.get_token()).error().code,
                 ErrorCode::Cancelled);
    }

    void limitsHoldForEverybody() {
        Documents documents(kPlenty);
        QTRY_VERIFY(opened(documents, m_file) == opened(documents, m_file));
        QVERIFY(opened(documents, m_file)->picture().has_value());
        DecodeLimits narrow;
        narrow.maxPixels = 100;
        const auto document = documents.open(m_file, narrow);
        QVERIFY(document.has_value());
        QCOMPARE((*document)->picture().error().code, ErrorCode::LimitExceeded);
        QCOMPARE((*document)->thumbnail(16).error().code, ErrorCode::LimitExceeded);
        narrow.maxFileBytes = 10;
        QCOMPARE(documents.open(m_file, narrow).error().code, ErrorCode::LimitExceeded);
    }

    void theBudgetIsKept() {
        constexpr std::int64_t kBudget = 200'000; // a decoded picture has 30,000 bytes
        Documents documents(kBudget);
        QTRY_VERIFY(opened(documents, m_file) == opened(documents, m_file));
        std::vector<std::filesystem::path> files;
        for (int i = 0; i < 20; ++i)
            files.push_back(write(("f" + std::to_string(i) + ".png").c_str(), 10 * i));
        QTRY_VERIFY(opened(documents, files.back()) == opened(documents, files.back()));
        for (const auto& file : files) {
            QVERIFY(opened(documents, file)->picture().has_value());
            QVERIFY(documents.memory() <= kBudget);
        }
        QVERIFY(documents.memory() > kBudget / 2);
        const std::weak_ptr<const Document> last = opened(documents, files.back());
        QVERIFY(!last.expired());
        const std::weak_ptr<const Document> first = opened(documents, files.front());
        for (const auto& file : files)
            QVERIFY(opened(documents, file)->picture().has_value());
        QVERIFY(first.expired());
    }

    void whatIsInUseIsSharedWithoutABudget() {
        Documents documents;
        Opened held;
        const auto isShared = [&] {
            held = opened(documents, m_file);
            return opened(documents, m_file) == held;
        };
        QTRY_VERIFY(isShared());
        QCOMPARE(documents.memory(), std::int64_t{0});
        const std::weak_ptr<const Document> gone = held;
        held.reset();
        QVERIFY(gone.expired());
    }

    void aMissingFileIsAFailureEachTime() {
        Documents documents(kPlenty);
        const auto gone = std::filesystem::path(m_folder->filePath("gone.png").toStdString());
        QCOMPARE(documents.open(gone, {}).error().code, ErrorCode::FileNotFound);
        write("gone.png", 30);
        QVERIFY(documents.open(gone, {}).has_value());
    }

  private:
    std::filesystem::path write(const char* name, int level, int side = 100) {
        const auto gray = static_cast<std::uint8_t>(level);
        return tests::writeFile(
            *m_folder, name, tests::pngBytes(tests::flatPicture(side, side, {gray, gray, gray})));
    }

    static Opened opened(Documents& documents, const std::filesystem::path& file) {
        auto document = documents.open(file, {});
        return document ? *document : nullptr;
    }

    static int levelOf(const core::image::Image& image) { return image.view().data[0]; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
