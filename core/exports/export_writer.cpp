// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/export_writer.h"

#include "core/base/readable_bytes.h"

namespace core::exports {

std::string stateWord(cases::ExhibitState state) {
    switch (state) {
    case cases::ExhibitState::Examined:
        return "examined";
    case cases::ExhibitState::Failed:
        return "failed";
    case cases::ExhibitState::Pending:
        break;
    }
    return "pending";
}

std::string textOf(const std::filesystem::path& path) {
    return readableBytes(path.string());
}

} // namespace core::exports
