// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

namespace tests {

namespace {

using Names = std::set<std::string, std::less<>>;

/// Include prefix and whose it is; the first that fits counts.
struct Prefix {
    std::string_view start;
    std::string_view owner;
};

constexpr std::array kPrefixes = {
    Prefix{"opencv2/", "OpenCV"},
    Prefix{"torch/", "torch"},
    Prefix{"ATen/", "torch"},
    Prefix{"c10/", "torch"},
    Prefix{"caffe2/", "torch"},
    Prefix{"nlohmann/", "nlohmann-json"},
    Prefix{"tl/expected.hpp", "tl-expected"},
    Prefix{"openssl/", "OpenSSL"},
    Prefix{"exiv2/", "Exiv2"},
    Prefix{"zlib.h", "zlib"},
    Prefix{"cbor.h", "libcbor"},
    Prefix{"brotli/", "brotli"},
    Prefix{"qpdf/", "qpdf"},
    Prefix{"CLI/", "CLI11"},
    Prefix{"qcustomplot.h", "QCustomPlot"},
    Prefix{"unicode/", "ICU"},
    Prefix{"omp.h", "OpenMP"},
    Prefix{"jpeglib.h", "codec"},
    Prefix{"jerror.h", "codec"},
    Prefix{"jmorecfg.h", "codec"},
    Prefix{"png.h", "codec"},
    Prefix{"tiff.h", "codec"},
    Prefix{"tiffio.h", "codec"},
    Prefix{"gif_lib.h", "codec"},
    Prefix{"webp/", "codec"},
    Prefix{"libheif/", "codec"},
    Prefix{"jxl/", "codec"},
    Prefix{"openjpeg.h", "codec"},
    Prefix{"lcms2.h", "codec"},
    Prefix{"QtCore/", "Qt Core"},
    Prefix{"QtGui/", "Qt Gui"},
    Prefix{"QtSql/", "Qt Sql"},
    Prefix{"QSql", "Qt Sql"},
    Prefix{"QtNetwork/", "Qt Network"},
    Prefix{"QNetwork", "Qt Network"},
    Prefix{"QSsl", "Qt Network"},
    Prefix{"sys/", "standard"},
    Prefix{"dlfcn.h", "standard"},
    Prefix{"fcntl.h", "standard"},
    Prefix{"iconv.h", "standard"},
    Prefix{"immintrin.h", "standard"},
    Prefix{"malloc.h", "standard"},
    Prefix{"poll.h", "standard"},
    Prefix{"pthread.h", "standard"},
    Prefix{"pwd.h", "standard"},
    Prefix{"sched.h", "standard"},
    Prefix{"unistd.h", "standard"},
};

const Names kQtCore = {
    "QBuffer",
    "QByteArray",
    "QCommandLineParser",
    "QCoreApplication",
    "QCryptographicHash",
    "QDataStream",
    "QDateTime",
    "QDir",
    "QElapsedTimer",
    "QFile",
    "QFileInfo",
    "QHash",
    "QIODevice",
    "QJsonArray",
    "QJsonDocument",
    "QJsonObject",
    "QJsonValue",
    "QLibraryInfo",
    "QLineF",
    "QList",
    "QLocale",
    "QLockFile",
    "QMap",
    "QMetaType",
    "QObject",
    "QPointF",
    "QRectF",
    "QRegularExpression",
    "QSaveFile",
    "QSettings",
    "QSize",
    "QStandardPaths",
    "QString",
    "QStringList",
    "QTemporaryDir",
    "QThread",
    "QTimeZone",
    "QTimer",
    "QTranslator",
    "QUrl",
    "QUuid",
    "QVariant",
    "QVector",
    "QXmlStreamWriter",
};

const Names kQtGui = {
    "QAbstractTextDocumentLayout",
    "QColor",
    "QFont",
    "QFontDatabase",
    "QFontMetrics",
    "QGuiApplication",
    "QImage",
    "QImageReader",
    "QPageLayout",
    "QPageSize",
    "QPainter",
    "QPainterPath",
    "QPdfWriter",
    "QPen",
    "QPolygonF",
    "QRgb",
    "QTextCursor",
    "QTextDocument",
    "QTextFormat",
    "QTextObjectInterface",
    "QTransform",
};

/// What each module may include besides itself and the standard library.
const std::map<std::string, Names, std::less<>> kAllowed = {
    {"core/base", {"tl-expected", "OpenSSL"}},
    {"core/examination", {"core/base", "nlohmann-json"}},
    {"core/settings", {"core/base", "Qt Core"}},
    {"core/image", {"core/base", "OpenCV", "codec", "zlib"}},
    {"core/provenance",
     {"core/base", "core/image", "core/examination", "core/clues", "core/provenance/c2pa", "Exiv2",
      "OpenSSL", "zlib", "nlohmann-json"}},
    {"core/provenance/c2pa",
     {"core/base", "core/image", "core/examination", "OpenSSL", "libcbor", "brotli",
      "nlohmann-json"}},
    {"core/forensics", {"core/base", "core/image", "core/examination", "OpenCV"}},
    {"core/model", {"core/base", "torch", "nlohmann-json", "ICU", "OpenMP"}},
    {"core/clues", {"core/base", "core/examination"}},
    {"core/grounding", {"core/base", "core/examination"}},
    {"core/inference",
     {"core/base", "core/examination", "core/image", "core/clues", "core/grounding",
      "core/settings", "core/model", "core/forensics", "core/provenance", "core/provenance/c2pa",
      "Qt Core", "Qt Network", "OpenCV"}},
    {"core/annotations", {"core/base", "nlohmann-json"}},
    {"core/cases",
     {"core/base", "core/annotations", "core/examination", "core/image", "Qt Core", "Qt Sql"}},
    {"core/workspace",
     {"core/base", "core/examination", "core/image", "core/inference", "core/cases", "Qt Core"}},
    {"core/report",
     {"core/base", "core/annotations", "core/examination", "core/image", "core/clues", "core/cases",
      "qpdf", "Qt Core", "Qt Gui"}},
    {"core/exports",
     {"core/base", "core/annotations", "core/examination", "core/image", "core/cases",
      "core/report", "nlohmann-json", "Qt Core", "Qt Gui"}},
    {"core/evaluation",
     {"core/base", "core/examination", "core/image", "core/clues", "core/inference", "OpenCV",
      "nlohmann-json"}},
    {"core/training",
     {"core/base", "core/evaluation", "core/inference", "core/image", "core/forensics",
      "core/model", "core/provenance", "OpenCV", "nlohmann-json", "Qt Core"}},
    {"ui",
     {"core/base", "core/annotations", "core/examination", "core/settings", "core/image",
      "core/clues", "core/inference", "core/cases", "core/workspace", "core/report", "Qt Core",
      "Qt Gui", "Qt Widgets", "QCustomPlot"}},
    {"app",
     {"ui",
      "core/base",
      "core/examination",
      "core/settings",
      "core/image",
      "core/provenance",
      "core/provenance/c2pa",
      "core/forensics",
      "core/model",
      "core/clues",
      "core/grounding",
      "core/inference",
      "core/cases",
      "core/workspace",
      "core/report",
      "core/exports",
      "core/evaluation",
      "core/training",
      "CLI11",
      "nlohmann-json",
      "Qt Core",
      "Qt Gui",
      "Qt Widgets"}},
};

/// What is for the sources below core/inference only: its public headers must not force these on
/// whoever includes them.
const Names kPrivateToInference = {"core/model",           "core/forensics", "core/provenance",
                                   "core/provenance/c2pa", "OpenCV",         "Qt Network"};

bool isPublicInferenceHeader(std::string_view file) {
    constexpr std::string_view kFolder = "core/inference/";
    return file.starts_with(kFolder) && file.ends_with(".h") &&
           file.find('/', kFolder.size()) == std::string_view::npos;
}

/// "core/image/codec.h" -> "core/image"; "ui/theme/theme.h" -> "ui".
std::string moduleOf(std::string_view path) {
    const auto first = path.find('/');
    if (first == std::string_view::npos)
        return "unknown";
    if (path.substr(0, first) != "core")
        return std::string(path.substr(0, first));
    // A wall inside core/provenance: what reads credentials knows nothing of the rest.
    if (path.starts_with("core/provenance/c2pa/"))
        return "core/provenance/c2pa";
    const auto second = path.find('/', first + 1);
    return std::string(path.substr(0, second));
}

bool isStandardName(std::string_view name) {
    return std::ranges::all_of(name, [](unsigned char c) {
        return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '_';
    });
}

std::string ownerOfLibraryHeader(std::string_view name) {
    for (const Prefix& prefix : kPrefixes) {
        if (name.starts_with(prefix.start))
            return std::string(prefix.owner);
    }
    if (kQtCore.contains(name))
        return "Qt Core";
    if (kQtGui.contains(name))
        return "Qt Gui";
    if (name.starts_with('Q'))
        return "Qt Widgets";
    return isStandardName(name) ? "standard" : "unknown";
}

bool isAllowed(const std::string& file, const std::string& owner) {
    const std::string module = moduleOf(file);
    if (owner == "standard" || owner == module)
        return true;
    const auto rule = kAllowed.find(module);
    if (rule == kAllowed.end())
        return false;
    // Qt stands in for the BMP codec that no library of its own offers.
    if (file == "core/image/bmp_decoder.cpp" && (owner == "Qt Core" || owner == "Qt Gui"))
        return true;
    if (isPublicInferenceHeader(file) && kPrivateToInference.contains(owner))
        return false;
    if (module == "core/inference" && owner == "OpenCV" && file.ends_with(".h"))
        return false;
    return rule->second.contains(owner);
}

} // namespace

std::optional<std::string> includedName(std::string_view line) {
    const auto skipSpace = [&line] {
        const auto next = line.find_first_not_of(" \t");
        line.remove_prefix(next == std::string_view::npos ? line.size() : next);
    };
    constexpr std::string_view kWord = "include";
    skipSpace();
    if (!line.starts_with('#'))
        return std::nullopt;
    line.remove_prefix(1);
    skipSpace();
    if (!line.starts_with(kWord))
        return std::nullopt;
    line.remove_prefix(kWord.size());
    skipSpace();
    if (line.empty())
        return std::nullopt;
    const char closing = line.front() == '<' ? '>' : line.front() == '"' ? '"' : ' ';
    const auto end = line.find(closing, 1);
    if (closing == ' ')
        return std::string(line.substr(0, end));
    return std::string(line.substr(0, end == std::string_view::npos ? end : end + 1));
}

std::string ownerOf(std::string_view includedName) {
    if (includedName.size() < 3)
        return "unknown";
    const std::string_view inner = includedName.substr(1, includedName.size() - 2);
    if (includedName.front() == '<')
        return ownerOfLibraryHeader(inner);
    if (includedName.front() != '"')
        return "unknown";
    for (const std::string_view layer : {"core/", "ui/", "app/"}) {
        if (inner.starts_with(layer))
            return moduleOf(inner);
    }
    // Quotes do not hide a library.
    const std::string owner = ownerOfLibraryHeader(inner);
    return owner == "standard" ? "unknown" : owner;
}

std::optional<std::string> forbiddenInclude(const std::string& file, std::string_view line) {
    const auto name = includedName(line);
    if (!name)
        return std::nullopt;
    // What Qt's meta-object compiler made from this very file.
    if (name->front() == '"' && name->ends_with(".moc\""))
        return std::nullopt;
    const std::string owner = ownerOf(*name);
    if (isAllowed(file, owner))
        return std::nullopt;
    return file + " includes " + *name + " (" + owner + "), which " + moduleOf(file) +
           " must not know.";
}

} // namespace tests
