// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_text.h"

#include "app/cli/readable_text.h"
#include "app/cli/terminal.h"
#include "core/examination/vocabulary.h"
#include "core/report/translated_words.h"

#include <nlohmann/json.hpp>

namespace app::cli {

namespace {

using core::cases::Exhibit;
using core::cases::ExhibitState;
using core::cases::VerificationFinding;
using nlohmann::ordered_json;

std::string line(const ordered_json& json) {
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

const char* stateWord(ExhibitState state) {
    switch (state) {
    case ExhibitState::Examined:
        return "examined";
    case ExhibitState::Failed:
        return "failed";
    case ExhibitState::Pending:
        break;
    }
    return "pending";
}

const char* kindWord(VerificationFinding::Kind kind) {
    switch (kind) {
    case VerificationFinding::Kind::AuditRow:
        return "audit_row";
    case VerificationFinding::Kind::Record:
        return "record";
    case VerificationFinding::Kind::Evidence:
        return "evidence";
    case VerificationFinding::Kind::Database:
        break;
    }
    return "database";
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text + "  ";
}

} // namespace

std::string exhibitJson(const Exhibit& exhibit, const core::examination::Examination* examination) {
    ordered_json json = {{"exhibit", exhibit.number},
                         {"path", exhibit.receivedPath},
                         {"sha256", exhibit.sha256},
                         {"md5", exhibit.md5},
                         {"bytes", exhibit.bytes},
                         {"received_at", exhibit.receivedAt},
                         {"modified_at", exhibit.modifiedAt},
                         {"state", stateWord(exhibit.state)}};
    json["stored_name"] =
        exhibit.storedName.empty() ? ordered_json(nullptr) : ordered_json(exhibit.storedName);
    json["duplicate_of"] =
        exhibit.duplicateOf == 0 ? ordered_json(nullptr) : ordered_json(exhibit.duplicateOf);
    if (exhibit.verdict) {
        json["verdict"] = core::examination::wordFor(*exhibit.verdict);
        json["p_fake"] = exhibit.pFake;
    }
    if (exhibit.verdict && examination != nullptr) {
        json["verdict_basis"] = core::examination::wordFor(examination->verdictBasis);
        json["headline"] = core::report::verdictSentence(*examination).toStdString();
    }
    if (exhibit.error)
        json["error"] = {{"code", errorName(exhibit.error->code)},
                         {"message", exhibit.error->message}};
    return line(json);
}

std::string exhibitText(const Exhibit& exhibit, const core::examination::Examination* examination) {
    constexpr std::size_t kNumberWidth = 5;
    constexpr std::size_t kStateWidth = 21;
    constexpr std::size_t kShownDigits = 12;
    std::string state = stateWord(exhibit.state);
    if (exhibit.state == ExhibitState::Examined && exhibit.verdict)
        state = std::string(core::examination::wordFor(*exhibit.verdict)) + " " +
                percent(exhibit.pFake);
    std::string text = padded(std::to_string(exhibit.number), kNumberWidth) +
                       padded(std::move(state), kStateWidth) +
                       exhibit.sha256.substr(0, kShownDigits) + "  " +
                       printable(exhibit.receivedPath);
    if (exhibit.duplicateOf != 0)
        text += " (same bytes as " + std::to_string(exhibit.duplicateOf) + ")";
    if (exhibit.verdict && examination != nullptr)
        text += "\n       " + printable(core::report::verdictSentence(*examination).toStdString());
    if (exhibit.error)
        text += "\n       " + printable(exhibit.error->message);
    return text + "\n";
}

std::string verificationJson(const core::cases::Verification& verification) {
    auto findings = ordered_json::array();
    auto remarks = ordered_json::array();
    for (const VerificationFinding& finding : verification.findings)
        findings.push_back({{"kind", kindWord(finding.kind)},
                            {"number", finding.number},
                            {"message", finding.message}});
    for (const std::string& remark : verification.remarks)
        remarks.push_back(remark);
    const std::int64_t broken = verification.firstBrokenRow();
    const std::int64_t noted = verification.notedRow;
    return line({{"sound", verification.findings.empty()},
                 {"audit_rows", verification.auditRows},
                 {"evidence_files", verification.evidenceFiles},
                 {"chain_head", verification.chainHead},
                 {"noted_head_row", noted == 0 ? ordered_json(nullptr) : ordered_json(noted)},
                 {"first_broken_row", broken == 0 ? ordered_json(nullptr) : ordered_json(broken)},
                 {"findings", findings},
                 {"remarks", remarks}});
}

std::string verificationText(const core::cases::Verification& verification) {
    std::string text;
    for (const std::string& remark : verification.remarks)
        text += "REMARK  " + printable(remark) + "\n";
    for (const VerificationFinding& finding : verification.findings)
        text += "BROKEN  " + printable(finding.message) + "\n";
    text += std::to_string(verification.evidenceFiles) + " evidence files and " +
            std::to_string(verification.auditRows) + " audit rows were checked; " +
            (verification.findings.empty()
                 ? std::string("all is as recorded.")
                 : std::to_string(verification.findings.size()) + " findings.") +
            "\n";
    if (verification.notedRow > 0)
        text += "The head that was noted down is audit row " +
                std::to_string(verification.notedRow) + ".\n";
    if (!verification.chainHead.empty())
        text += "Head of the chain, to be noted down elsewhere: " + verification.chainHead + "\n";
    return text;
}

} // namespace app::cli
