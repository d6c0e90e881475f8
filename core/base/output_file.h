// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace core {

/// One kind of file that the program writes, by what such a file begins with and holds. A file of
/// the same kind may be replaced, and so may an empty one; nothing else ever is.
struct OutputKind {
    std::string_view name;    ///< "a PDF", as a message says it
    std::string_view start;   ///< its first bytes; empty: nothing that is there may be replaced
    std::string_view mark;    ///< stands in its first or last 4 KiB; empty: the start is enough
    std::size_t startsAt = 0; ///< where the start stands
    bool isAnyText = false;   ///< may replace whatever has no control characters but line ends
};

namespace output_kind {
inline constexpr OutputKind kPdf{"a PDF", "%PDF-", ""};
/// The mark tells our drawings from pictures of others, which are what this program must not touch.
inline constexpr OutputKind kDrawing{"a PNG drawn by Clueglass", "\x89PNG\r\n\x1a\n", "Clueglass"};
inline constexpr OutputKind kAnnotations{"a file of annotations from Clueglass", "{", "clueglass"};
inline constexpr OutputKind kEvaluation{"an evaluation report of Clueglass", "{", "clueglass"};
inline constexpr OutputKind kEvaluationResults{"a file of evaluation results",
                                               "{\"clueglass\":\"evaluation results\"", ""};
inline constexpr OutputKind kResume{"a resume file of Clueglass", "{\"clueglass_resume\":", ""};
inline constexpr OutputKind kGrounding{"a trace of Clueglass", "{\n \"", ""};
inline constexpr OutputKind kFrameLog{"a log of frames", "# ", ""};
inline constexpr OutputKind kSafetensors{"a safetensors file", "{", "", 8};
inline constexpr OutputKind kText{"a text", "", "", 0, true};
inline constexpr OutputKind kNew{"a file of this program", "", ""};
// What the program keeps for itself, in places of its own.
inline constexpr OutputKind kOwnJson{"a file of this program", "{", ""};
inline constexpr OutputKind kCaseNote{"a note of a case", "# What is in this folder", ""};
inline constexpr OutputKind kCaseScript{"a verifier of a case", "#!/usr/bin/env python3", ""};
} // namespace output_kind

/// Files that must stay as they are, recognized under whatever name they are reached.
class KeptFiles {
  public:
    void add(const std::filesystem::path& file); ///< ignored when it is not there
    [[nodiscard]] bool holds(const std::filesystem::path& file) const;

  private:
    std::set<std::pair<std::uint64_t, std::uint64_t>> m_files; ///< device, inode
};

/// Whether what is written belongs to a case itself or leaves the program.
enum class OutputPlace {
    Outside, ///< never into a case, save for its folder exports/
    OwnCase
};

/// The only way in which the program writes files. Never into or over a kept file, a case's own
/// files, a link's target, or anything that is not of the same kind. A file is written beside its
/// place and gets there whole, or not at all; pipes and devices take the bytes as they come.
class OutputFile {
  public:
    /// Says before long work whether create() would refuse.
    /// @errors InvalidArgument, WriteFailed (a folder)
    [[nodiscard]] static Result<void> check(const std::filesystem::path& file,
                                            const OutputKind& kind, const KeptFiles& kept = {},
                                            OutputPlace place = OutputPlace::Outside);
    /// @errors InvalidArgument (it would break the rule above), WriteFailed
    [[nodiscard]] static Result<OutputFile> create(const std::filesystem::path& file,
                                                   const OutputKind& kind,
                                                   const KeptFiles& kept = {},
                                                   OutputPlace place = OutputPlace::Outside);
    /// Opens a file that only grows, or makes it. @return a descriptor for reading and appending,
    /// the caller's to close
    /// @errors as create()
    [[nodiscard]] static Result<int> openGrowing(const std::filesystem::path& file,
                                                 const OutputKind& kind,
                                                 const KeptFiles& kept = {});
    /// Makes a folder for outputs with those above it. It may be there.
    /// @errors InvalidArgument (within a case), WriteFailed
    [[nodiscard]] static Result<void> makeFolder(const std::filesystem::path& folder);

    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile(); ///< removes what was not committed

    /// Behind what was written before. @errors WriteFailed
    [[nodiscard]] Result<void> write(std::string_view bytes);
    /// @param offset  from the beginning; not for pipes and devices
    /// @errors WriteFailed
    [[nodiscard]] Result<void> writeAt(std::uint64_t offset, std::string_view bytes);
    /// Puts the file into its place, on the disk. @errors WriteFailed, InvalidArgument
    [[nodiscard]] Result<void> commit();

  private:
    OutputFile(std::filesystem::path file, const OutputKind& kind, const KeptFiles& kept,
               OutputPlace place)
        : m_file(std::move(file)), m_kind(kind), m_kept(kept), m_place(place) {}
    [[nodiscard]] Result<void> open();
    [[nodiscard]] tl::unexpected<Error> failed(int reason) const;

    std::filesystem::path m_file;
    std::filesystem::path m_partial; ///< empty: a pipe or device
    OutputKind m_kind;
    KeptFiles m_kept;
    OutputPlace m_place;
    int m_descriptor = -1;
};

/// A whole file at once.
/// @errors as OutputFile::create() and commit()
[[nodiscard]] Result<void> writeOutput(const std::filesystem::path& file, const OutputKind& kind,
                                       std::string_view bytes, const KeptFiles& kept = {},
                                       OutputPlace place = OutputPlace::Outside);

} // namespace core
