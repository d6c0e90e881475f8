// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace app::cli {

/// Standard output. What is written is with the reader when the function returns.
class Output {
  public:
    /// @return false when it could not be written; then nothing more will be
    bool write(std::string_view text);
    bool writeLine(std::string text) { return write(text += '\n'); }

    [[nodiscard]] bool isBroken() const { return m_error != 0; }
    /// What to tell about it; empty for a reader that went away, which is no error.
    [[nodiscard]] std::string failure() const;

  private:
    int m_error = 0; ///< errno of the first failure
};

/// Standard error: messages, and on a terminal one line that says what is going on.
class StatusLine {
  public:
    StatusLine();

    /// Replaces the line. Does nothing when standard error is not a terminal.
    void show(const std::string& text);
    void clear();
    /// Prints a line that stays.
    void say(std::string_view text);

  private:
    bool m_isTerminal = false;
    bool m_isShown = false;
};

/// Text of unknown origin without control characters, which could steer a terminal, and with bytes
/// that are no UTF-8 written out.
[[nodiscard]] std::string printable(std::string_view bytes);

} // namespace app::cli
