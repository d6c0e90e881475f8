// SPDX-License-Identifier: GPL-3.0-or-later
// large_case DIR COUNT: makes DIR/large.clueglass with COUNT examined pictures in DIR/pictures, to
// time the window with. Everything goes through the program's own tables and audit chain, in one
// transaction, so that it takes minutes and "case verify" finds the case sound.
#include "core/base/digest.h"
#include "core/cases/audit_log.h"
#include "core/cases/exhibit_rows.h"
#include "core/cases/sqlite_case_store.h"
#include "core/examination/examination_json.h"
#include "core/examination/vocabulary.h"
#include "tests/support/picture_maker.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>

using namespace core::cases;

namespace {

namespace fs = std::filesystem;

std::string digestOf(const std::string& bytes) {
    return core::sha256({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

core::examination::Examination examinationOf(const Exhibit& exhibit, std::mt19937& random) {
    core::examination::Examination examination;
    examination.source.path = exhibit.receivedPath;
    examination.source.sha256 = exhibit.sha256;
    examination.source.bytes = exhibit.bytes;
    examination.source.format = "jpeg";
    examination.source.width = 320;
    examination.source.height = 240;
    examination.pFake = std::uniform_real_distribution<>(0, 1)(random);
    examination.verdict = core::examination::verdictFor(examination.pFake, examination.thresholds);
    core::examination::Clue clue;
    clue.text = "The noise of this area is " + std::to_string(random() % 90) +
                " percent of what the rest of the picture has.";
    clue.strength = 0.5;
    examination.clues.assign(3, clue);
    examination.provenance.camera = "Camera " + std::to_string(random() % 40);
    examination.category =
        static_cast<core::examination::Category>(random() % 8); // Unknown is among them
    examination.manner[core::examination::Manner::AiGenerated] = examination.pFake;
    // Every fifth picture is a near duplicate of one of some thousands.
    std::mt19937_64 content(random() % 5 == 0 ? random() % 4000 : exhibit.number + 4000);
    examination.source.perceptualHash = content() ^ (std::uint64_t{1} << (random() % 64));
    examination.engine = {"made", "1", "none", "", "cpu", "fp32", ""};
    return examination;
}

core::Result<void> addExamined(const CaseDatabase& database, const Exhibit& exhibit,
                               const core::examination::Examination& examination) {
    if (auto added = insertExhibit(database, exhibit); !added)
        return added;
    const QString actor = QStringLiteral("large_case");
    if (auto logged = appendAuditRow(database, actor, "intake", intakeDetails(exhibit)); !logged)
        return logged;
    const std::string json = core::examination::toJson(examination);
    const QString hash = QString::fromStdString(digestOf(json));
    const auto word = core::examination::wordFor(examination.verdict);
    const QString verdict = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    auto inserted = database.run(
        "INSERT INTO examinations (exhibit, created_at, verdict, p_fake, json, json_sha256) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        {qint64{exhibit.number}, timeStamp(), verdict, examination.pFake,
         QString::fromStdString(json), hash});
    if (!inserted)
        return tl::unexpected(inserted.error());
    auto marked =
        database.run("UPDATE exhibits SET state = 'examined', examination = ? WHERE number = ?",
                     {inserted->lastInsertId(), qint64{exhibit.number}});
    if (!marked)
        return tl::unexpected(marked.error());
    return appendAuditRow(
        database, actor, "analysis",
        {{"exhibit", qint64{exhibit.number}}, {"verdict", verdict}, {"examination_sha256", hash}});
}

core::Result<void> fill(const fs::path& folder, int count) {
    CaseDatabase database;
    const fs::path file = folder / "large.clueglass" / "case.sqlite";
    if (auto opened = database.open(file, Access::Write); !opened)
        return opened;
    std::vector<std::string> bases;
    for (unsigned seed = 1; seed <= 64; ++seed) {
        const auto bytes = tests::jpegBytes(tests::noisyScene(320, 240, seed), 50);
        bases.emplace_back(bytes.begin(), bytes.end());
    }
    std::mt19937 random(1);
    Transaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (int i = 1; i <= count; ++i) {
        const fs::path sub = folder / "pictures" / std::to_string(i / 1000);
        fs::create_directories(sub);
        const fs::path picture = sub / ("IMG_" + std::to_string(i) + ".jpg");
        const std::string bytes = bases[static_cast<std::size_t>(i) % bases.size()] +
                                  std::to_string(i); // behind the picture's end
        std::ofstream(picture, std::ios::binary) << bytes;
        Exhibit exhibit;
        exhibit.number = i;
        exhibit.receivedPath = picture.string();
        exhibit.sha256 = digestOf(bytes);
        exhibit.md5 = std::string(32, '0');
        exhibit.bytes = bytes.size();
        exhibit.modifiedAt = exhibit.receivedAt = timeStamp().toStdString();
        if (auto added = addExamined(database, exhibit, examinationOf(exhibit, random)); !added)
            return added;
        if (i % 10'000 == 0)
            std::fprintf(stderr, "%d of %d\n", i, count);
    }
    return transaction.commit();
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "large_case DIR COUNT\n");
        return 2;
    }
    const fs::path folder = fs::absolute(argv[1]);
    if (const auto made = createCase(folder / "large.clueglass", "large_case"); !made) {
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        return 1;
    }
    if (const auto filled = fill(folder, std::atoi(argv[2])); !filled) {
        std::fprintf(stderr, "%s\n", filled.error().message.c_str());
        return 1;
    }
    return 0;
}
