// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/export_writer.h"

#include <utility>

namespace core::exports {

namespace {

/// A name as sha256sum of GNU coreutils writes it: a line with one of these begins with a
/// backslash.
std::string escapedName(const std::string& name, bool& isEscaped) {
    std::string text;
    for (const char letter : name) {
        const char* written = letter == '\\'   ? "\\\\"
                              : letter == '\n' ? "\\n"
                              : letter == '\r' ? "\\r"
                                               : nullptr;
        isEscaped = isEscaped || written != nullptr;
        if (written != nullptr)
            text += written;
        else
            text += letter;
    }
    return text;
}

/// A line for each file, with the hash of the intake: `sha256sum -c` says which have other bytes.
class Sha256Sums : public ExportWriter {
  public:
    explicit Sha256Sums(OutputFile file) : m_file(std::move(file)) {}

    Result<void> begin(const CaseFacts& /*facts*/) override { return {}; }

    Result<std::string> add(const ExportedExhibit& exhibit) override {
        bool isEscaped = false;
        const std::string name = escapedName(exhibit.file.string(), isEscaped);
        auto written =
            m_file.write((isEscaped ? "\\" : "") + exhibit.exhibit.sha256 + "  " + name + "\n");
        if (!written)
            return tl::unexpected(written.error());
        return std::string();
    }

    Result<void> end(Exported& /*exported*/) override { return m_file.commit(); }

  private:
    OutputFile m_file;
};

} // namespace

Result<std::unique_ptr<ExportWriter>> makeSha256Sums(const ExportPlace& place) {
    // Such a list has no sign of who made it, so that none is replaced.
    auto file = OutputFile::create(place.target, output_kind::kNew, place.evidence);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<Sha256Sums>(std::move(*file));
}

} // namespace core::exports
