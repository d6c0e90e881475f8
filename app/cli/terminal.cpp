// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "core/base/readable_bytes.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <optional>

namespace app::cli {

namespace {

bool writeAll(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::size_t terminalWidth() {
    winsize size{};
    constexpr std::size_t kUsual = 80;
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

/// Cut to a number of bytes without leaving half a character.
std::string_view cut(std::string_view text, std::size_t most) {
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
        --most;
    return text.substr(0, most);
}

} // namespace

bool Output::write(std::string_view text) {
    if (m_error == 0 && !writeAll(STDOUT_FILENO, text))
        m_error = errno;
    return m_error == 0;
}

std::string Output::failure() const {
    if (m_error == 0 || m_error == EPIPE)
        return {};
    return std::string("The results could not be written: ") + std::strerror(m_error) + ".";
}

StatusLine::StatusLine() : m_isTerminal(::isatty(STDERR_FILENO) == 1) {}

void StatusLine::show(const std::string& text) {
    if (!m_isTerminal)
        return;
    std::string line = "\r\033[K";
    line += cut(text, terminalWidth() - 1);
    writeAll(STDERR_FILENO, line);
    m_isShown = true;
}

void StatusLine::clear() {
    if (m_isShown)
        writeAll(STDERR_FILENO, "\r\033[K");
    m_isShown = false;
}

void StatusLine::say(std::string_view text) {
    clear();
    writeAll(STDERR_FILENO, "clueglass-cli: " + printable(text) + "\n");
}

namespace {

/// The character at `at` when it would hide, join or reorder others: zero-width characters,
/// directions, line separators, tags. Nothing for all others.
std::optional<std::uint32_t> hiddenAt(std::string_view text, std::size_t at, std::size_t& length) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    length = byte(0) >= 0xF0 ? 4 : 3;
    std::uint32_t code = length == 4 ? byte(0) & 0x07U : byte(0) & 0x0FU;
    for (std::size_t i = 1; i < length; ++i)
        code = code << 6U | (byte(i) & 0x3FU);
    const bool isHidden =
        byte(0) >= 0xE0 &&
        ((code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || code == 0x061C ||
         (code >= 0xE0000 && code <= 0xE007F));
    return isHidden ? std::optional(code) : std::nullopt;
}

std::string named(std::uint32_t code) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "[U+%04X]", code);
    return digits.data();
}

} // namespace

std::string printable(std::string_view bytes) {
    const std::string text = core::readableBytes(bytes);
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::size_t length = 0;
        if (const auto hidden = hiddenAt(text, i, length)) {
            safe += named(*hidden);
            i += length - 1;
            continue;
        }
        const auto byte = static_cast<unsigned char>(text[i]);
        // U+0080 to U+009F, the second range of control characters, is C2 80 to C2 9F in UTF-8.
        const bool startsControl =
            byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (startsControl)
            ++i;
        safe += byte < 0x20 || byte == 0x7F || startsControl ? '?' : text[i];
    }
    return safe;
}

} // namespace app::cli
