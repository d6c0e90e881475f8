// SPDX-License-Identifier: GPL-3.0-or-later
// What people's reports say that other programs get wrong, with the right values.
#include "core/image/orientation.h"
#include "core/image/safe_decoder.h"
#include "core/provenance/file_findings.h"
#include "core/provenance/provenance_clues.h"
#include "core/provenance/provenance_reader.h"
#include "tests/support/shared_data.h"

#include <QTest>

#include <algorithm>

using core::examination::Clue;
using core::examination::ProvenanceRecord;
using core::image::EvidenceFile;

namespace {

EvidenceFile fileNamed(const std::string& name) {
    const auto folder = tests::sharedData("cases/bug_reports");
    auto file = core::image::readEvidence(*folder / name, {});
    return file ? std::move(*file) : EvidenceFile{};
}

ProvenanceRecord recordOf(const std::string& name) {
    return core::provenance::readProvenance(fileNamed(name));
}

std::string valueOf(const ProvenanceRecord& record, std::string_view field) {
    const auto found =
        std::ranges::find(record.fields, field, &core::examination::MetadataField::name);
    return found == record.fields.end() ? "none" : found->value;
}

std::vector<Clue> findingsOf(const std::string& name) {
    const EvidenceFile file = fileNamed(name);
    const auto record = core::provenance::readProvenance(file);
    const auto picture = core::image::decode(file, {});
    return core::provenance::fileFindings(file, record, picture ? &*picture : nullptr);
}

const Clue* clueNamed(const std::vector<Clue>& clues, std::string_view id) {
    const auto found = std::ranges::find(clues, id, &Clue::templateId);
    return found == clues.end() ? nullptr : &*found;
}

} // namespace

class ReportedFilesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        if (!tests::sharedData("cases/bug_reports"))
            QSKIP("the folder ../shared/cases/bug_reports is not there");
    }

    void generatorsAreNamed_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("generator");
        QTest::newRow("FLUX") << "flux_official_script.jpg"
                              << "FLUX";
        QTest::newRow("Ideogram") << "gen_ideogram_make.jpg"
                                  << "Ideogram";
        QTest::newRow("Grok") << "gen_grok.jpg"
                              << "xAI Grok";
        QTest::newRow("UTF-16 BE") << "usercomment_utf16be_in_le.jpg"
                                   << "Stable Diffusion WebUI, model dreamshaper_8";
        QTest::newRow("UTF-16 LE") << "usercomment_utf16le_in_be.jpg"
                                   << "Stable Diffusion WebUI, model dreamshaper_8";
        QTest::newRow("GIF comment") << "gif_comment_parameters.gif"
                                     << "Stable Diffusion WebUI, model dreamshaper_8";
        QTest::newRow("behind IEND") << "png_text_after_iend.png"
                                     << "Stable Diffusion WebUI, model dreamshaper_8";
    }
    void generatorsAreNamed() {
        QFETCH(QString, file);
        QFETCH(QString, generator);
        const auto record = recordOf(file.toStdString());
        QCOMPARE(QString::fromStdString(record.generator.value_or("none")), generator);
        QVERIFY(record.origin);
        QVERIFY(record.origin->direction == core::examination::Direction::Fake);
        const auto clues = core::provenance::provenanceClues(record);
        QVERIFY(!clueNamed(clues, "file.camera_named"));
    }

    void generatorsAreNoCameras() {
        QVERIFY(!recordOf("gen_ideogram_make.jpg").camera);
        QVERIFY(!recordOf("flux_official_script.jpg").camera);
    }

    void declaredSourcesAreFound_data() {
        QTest::addColumn<QString>("file");
        for (const char* name : {"dst.heic", "dst.gif", "dst_trailing_slash.jpg"})
            QTest::newRow(name) << name;
    }
    void declaredSourcesAreFound() {
        QFETCH(QString, file);
        const auto record = recordOf(file.toStdString());
        QVERIFY(record.origin);
        QVERIFY(record.origin->extent == core::examination::OriginExtent::Whole);
        QVERIFY(clueNamed(core::provenance::provenanceClues(record), "file.declared_generated"));
    }

    void hiddenTextsAreRead() {
        const auto record = recordOf("stealth_pnginfo.png");
        QVERIFY(record.generation);
        QVERIFY(record.generator);
        QVERIFY(std::ranges::any_of(record.fields, [](const auto& field) {
            return field.group == "Stealth text" && field.name == "stealth_pngcomp";
        }));
    }

    void camerasAndProgramsAreRead() {
        QCOMPARE(recordOf("dst.heic").camera.value_or("none"), std::string("Google Pixel 8"));
        const auto big = recordOf("tiff_big_metadata.tif");
        QCOMPARE(big.camera.value_or("none"), std::string("Canon EOS 90D"));
        QCOMPARE(big.software.value_or("none"), std::string("Adobe Photoshop"));
        for (const char* name : {"software_phone_xmp_photoshop.jpg", "history_only_photoshop.jpg"})
            QCOMPARE(recordOf(name).software.value_or("none"),
                     std::string("Adobe Photoshop 25.0 (Windows)"));
        QVERIFY(
            clueNamed(core::provenance::provenanceClues(recordOf("software_unlisted_editors.jpg")),
                      "file.editor_named"));
        const auto broken = recordOf("undecodable_with_exif.jpg");
        QCOMPARE(broken.software.value_or("none"), std::string("Adobe Photoshop 25.0"));
        QVERIFY(broken.camera);
    }

    void textsOfOtherEncodingsAreRead() {
        const auto iptc = recordOf("iptc_latin1.jpg");
        QCOMPARE(valueOf(iptc, "Iptc.Application2.Caption"), std::string("Café fermé à Zürich"));
        QCOMPARE(valueOf(iptc, "Iptc.Application2.Byline"), std::string("José Müller"));
        const auto exif = recordOf("exif_artist_latin1.jpg");
        const auto artist = std::ranges::find(exif.fields, "Exif.Image.Artist",
                                              &core::examination::MetadataField::name);
        QVERIFY(artist != exif.fields.end());
        QCOMPARE(artist->value, std::string("José Müller"));
        QCOMPARE(artist->guess, std::string("Latin-1"));
        QCOMPARE(artist->bytes, std::string("4a6f73e9204dfc6c6c6572"));
        QCOMPARE(valueOf(recordOf("png_long_parameters.png"), "parameters").size(),
                 std::size_t{4987});
    }

    void whatIsNoDateIsNotStated() {
        for (const char* name : {"date_zero.jpg", "date_blank.jpg"}) {
            QVERIFY(!recordOf(name).capturedAt);
            QVERIFY(recordOf(name).dates.empty());
        }
    }

    void orientationsAreFound_data() {
        QTest::addColumn<QString>("file");
        for (const char* name :
             {"tiff_orientation6.tif", "orientation6_long.jpg", "tiff_big_metadata.tif"})
            QTest::newRow(name) << name;
    }
    void orientationsAreFound() {
        QFETCH(QString, file);
        const EvidenceFile read = fileNamed(file.toStdString());
        QCOMPARE(core::image::storedOrientation(read.format, *read.bytes), 6);
        const auto picture = core::image::decode(read, {});
        QVERIFY(picture);
        QVERIFY(picture->image.width() < picture->image.height());
    }

    void partsBesideThePictureAreNamed_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("ZIP") << "jpeg_with_zip_after_end.jpg" << 3'004 << "ZIP";
        QTest::newRow("video") << "jpeg_motion_photo.jpg" << 4'040 << "MP4";
        QTest::newRow("cut PNG") << "png_acropalypse.png" << 128'999 << "earlier PNG";
    }
    void partsBesideThePictureAreNamed() {
        QFETCH(QString, file);
        QFETCH(int, bytes);
        QFETCH(QString, word);
        const auto record = recordOf(file.toStdString());
        QCOMPARE(record.extraParts.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(record.extraParts[0].bytes), bytes);
        QVERIFY2(QString::fromStdString(record.extraParts[0].what).contains(word),
                 record.extraParts[0].what.c_str());
    }

    void formsAreNoted_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("clue");
        QTest::newRow("checksum") << "png_bad_ancillary_crc.png"
                                  << "file.bad_checksum";
        QTest::newRow("end") << "png_no_iend.png"
                             << "file.no_end";
        QTest::newRow("Apple") << "png_cgbi.png"
                               << "file.apple_png";
        QTest::newRow("text") << "png_text_after_iend.png"
                              << "file.text_behind_end";
        QTest::newRow("size") << "exif_other_size.jpg"
                              << "file.other_size";
        QTest::newRow("thumbnail") << "exif_thumbnail_other_picture.jpg"
                                   << "file.thumbnail_other";
    }
    void formsAreNoted() {
        QFETCH(QString, file);
        QFETCH(QString, clue);
        const auto found = findingsOf(file.toStdString());
        QVERIFY(clueNamed(found, clue.toStdString()));
    }

    void picturesAreDecoded_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::newRow("two auxiliary references") << "heic_ios18_two_aux_references.heic"
                                                  << "heic";
        QTest::newRow("AVIF by its item") << "avif_major_mif1.avif"
                                          << "avif";
        QTest::newRow("stray bytes") << "junk_before_soi.jpg"
                                     << "jpeg";
        QTest::newRow("one stray byte") << "folder_with_other_formats/browsercache_0001"
                                        << "jpeg";
    }
    void strayBytesAreSaid() {
        const EvidenceFile file = fileNamed("junk_before_soi.jpg");
        QCOMPARE(file.leadingBytes, std::uint64_t{45});
        QVERIFY(file.warnings.front().find("45 stray bytes") != std::string::npos);
    }

    void theThumbnailOfTheSamePictureIsNoNews() {
        QVERIFY(!clueNamed(findingsOf("cloud.jpg"), "file.thumbnail_other"));
    }

    void picturesAreDecoded() {
        QFETCH(QString, file);
        QFETCH(QString, format);
        const EvidenceFile read = fileNamed(file.toStdString());
        QCOMPARE(QString::fromStdString(std::string(core::image::formatName(read.format))), format);
        const auto picture = core::image::decode(read, {});
        QVERIFY2(picture, picture ? "" : picture.error().message.c_str());
        QCOMPARE(picture->image.width(), 320);
        QCOMPARE(picture->image.height(), 288);
    }

    void hiddenPixelsAndAnimationsAreSaid() {
        const auto hidden = core::image::decode(fileNamed("alpha_hides_noise.png"), {});
        QVERIFY(hidden);
        QVERIFY(std::abs(hidden->transparentShare - 0.5) < 0.01);
        QVERIFY(hidden->warnings.front().find("transparent") != std::string::npos);
        const auto animation = core::image::decode(fileNamed("apng_three_frames.png"), {});
        QVERIFY(animation);
        QVERIFY(animation->warnings.front().find("animation of 3 frames") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(ReportedFilesTest)
#include "reported_files_test.moc"
