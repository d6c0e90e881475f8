// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eval_results.h"

#include "core/base/digest.h"

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
    m_stream.open(file, std::ios::app);
    if (isTorn)
        m_stream << '\n';
    if (!isThere)
        m_stream << head << '\n';
    if (!m_stream.flush())
        return core::fail(ErrorCode::WriteFailed,
                          "Results cannot be kept in " + file.string() + ".");
    return {};
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
    if (!m_stream.is_open())
        return true;
    m_stream << core::evaluation::toJsonLine(record) + "\n" << std::flush;
    return m_stream.good();
}

} // namespace app::cli
