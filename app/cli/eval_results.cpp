// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eval_results.h"

#include "core/base/digest.h"
#include "core/base/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <fstream>

namespace app::cli {

namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

const std::string kHead = "{\"clueglass\":\"evaluation results\",\"engine\":\"";

std::string keyOf(const std::string& name, std::string_view condition) {
    return name + "\n" + std::string(condition);
}

} // namespace

core::Result<void> EvalResults::open(const fs::path& file, const std::string& engineIdentity) {
    const std::string head = kHead + engineIdentity + "\"}";
    std::ifstream earlier(file);
    std::string line;
    const bool isThere = static_cast<bool>(std::getline(earlier, line));
    if (isThere && !line.starts_with(kHead))
        return core::fail(ErrorCode::InvalidArgument,
                          file.string() + " is no file of results; name another --out file.");
    if (isThere && line != head)
        return core::fail(ErrorCode::InvalidArgument,
                          file.string() + " holds results of another engine or version; remove it "
                                          "or name another --out file.");
    bool isTorn = false;
    while (std::getline(earlier, line)) {
        isTorn = earlier.eof(); // the last line has no end
        if (auto record = core::evaluation::recordFromJson(line); record && record->error.empty())
            m_known[keyOf(record->name, record->condition)] = std::move(*record);
    }
    auto opened = core::OutputFile::openGrowing(file, core::output_kind::kEvaluationResults);
    if (!opened)
        return tl::unexpected(opened.error());
    m_file = *opened;
    if ((isTorn && !append("\n")) || (!isThere && !append(head + "\n")))
        return core::fail(ErrorCode::WriteFailed,
                          "Results cannot be kept in " + file.string() + ".");
    return {};
}

EvalResults::~EvalResults() {
    if (m_file >= 0)
        ::close(m_file);
}

bool EvalResults::append(std::string_view text) const {
    while (!text.empty()) {
        const ssize_t count = ::write(m_file, text.data(), text.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::optional<core::evaluation::EvaluationRecord>
EvalResults::find(const core::evaluation::EvaluationItem& item,
                  core::evaluation::Condition condition) const {
    const auto found = m_known.find(keyOf(item.name, core::evaluation::conditionName(condition)));
    if (found == m_known.end())
        return std::nullopt;
    const auto hash = core::sha256OfFile(item.file);
    if (!hash || *hash != found->second.sha256)
        return std::nullopt;
    // The list may have been corrected since; a missing mask score needs a new measurement.
    if (!item.mask.empty() && core::evaluation::keepsFrame(condition) && !found->second.place)
        return std::nullopt;
    core::evaluation::EvaluationRecord record = found->second;
    record.isFake = item.isFake;
    record.source = item.source;
    record.generator = item.generator;
    record.look = item.look;
    record.reference = item.reference;
    return record;
}

bool EvalResults::add(const core::evaluation::EvaluationRecord& record) {
    const std::lock_guard lock(m_writing);
    return m_file < 0 || append(core::evaluation::toJsonLine(record) + "\n");
}

} // namespace app::cli
