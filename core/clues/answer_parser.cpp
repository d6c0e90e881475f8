// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/answer_parser.h"

#include "core/clues/words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace core::clues {

namespace {

using examination::Verdict;

constexpr std::array<std::string_view, 22> kAbbreviations = {
    "e.g", "i.e",  "etc", "vs",     "cf", "dr", "mr",  "mrs", "ms", "prof", "st",
    "fig", "figs", "no",  "approx", "ca", "al", "inc", "ltd", "jr", "sr",   "viz"};

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}
bool isSpace(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}
bool isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}
char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// The letters, digits and dots directly in front of a position, in lower case.
std::string wordBefore(std::string_view text, std::size_t position) {
    std::size_t begin = position;
    while (begin > 0 &&
           (isLetter(text[begin - 1]) || isDigit(text[begin - 1]) || text[begin - 1] == '.'))
        --begin;
    std::string word(text.substr(begin, position - begin));
    std::ranges::transform(word, word.begin(), lower);
    return word;
}

/// The next character that is no space; nothing at the end of the line or text.
std::optional<char> nextOnLine(std::string_view text, std::size_t position) {
    while (position < text.size() && (text[position] == ' ' || text[position] == '\t'))
        ++position;
    if (position >= text.size() || text[position] == '\n' || text[position] == '\r')
        return std::nullopt;
    return text[position];
}

/// Whether only a list number stands between the start of the sentence and its dot ("2. ").
bool isListNumber(std::string_view text, std::size_t begin, std::size_t dot) {
    while (begin < dot && !isDigit(text[begin]) && !isLetter(text[begin]))
        ++begin;
    const std::string_view number = text.substr(begin, dot - begin);
    return !number.empty() && number.size() <= 3 && std::ranges::all_of(number, isDigit);
}

/// Whether the dot at `dot` ends the sentence that began at `begin`.
bool isFullStop(std::string_view text, std::size_t begin, std::size_t dot) {
    const char next = dot + 1 < text.size() ? text[dot + 1] : ' ';
    if (next == '.') // the last dot of an ellipsis decides
        return false;
    if (isDigit(next) || isLetter(next))
        return false;
    if (isListNumber(text, begin, dot))
        return false;
    const std::string word = wordBefore(text, dot);
    const auto following = nextOnLine(text, dot + 1);
    if (!following)
        return true;
    const bool startsLow = *following >= 'a' && *following <= 'z';
    if (word.size() == 1 && isLetter(word.front()) && dot > 0 &&
        text[dot - 1] != lower(text[dot - 1]))
        return false; // an initial
    if (std::ranges::find(kAbbreviations, std::string_view(word)) == kAbbreviations.end())
        return !(startsLow && word.find('.') != std::string::npos); // "p.m. and", "well... yes"
    // "no." and "etc." may also be the last word.
    return (word == "no" && !isDigit(*following)) || (word == "etc" && !startsLow);
}

bool isMark(char letter) {
    return letter == '.' || letter == '!' || letter == '?';
}

/// Behind the marks and the quotes and brackets that close the sentence.
std::size_t behindClosing(std::string_view text, std::size_t position) {
    constexpr std::string_view kClosing = "\"')]*";
    while (position < text.size() &&
           (isMark(text[position]) || kClosing.find(text[position]) != std::string_view::npos))
        ++position;
    for (const std::string_view quote : {"\xE2\x80\x9D", "\xE2\x80\x99"}) // closing double, single
        if (text.substr(position).starts_with(quote))
            position += quote.size();
    return position;
}

/// Without white space and list signs ("- ", "* ", "2. ", "3) ").
std::optional<AnswerSentence> trimmed(std::string_view answer, std::size_t begin, std::size_t end) {
    const auto skipSpace = [&] {
        while (begin < end && isSpace(answer[begin]))
            ++begin;
    };
    skipSpace();
    while (end > begin && isSpace(answer[end - 1]))
        --end;
    std::size_t number = begin;
    while (number < end && isDigit(answer[number]))
        ++number;
    if (number > begin && number + 1 < end && number - begin <= 3 &&
        (answer[number] == '.' || answer[number] == ')') && isSpace(answer[number + 1]))
        begin = number + 1;
    else if (begin + 1 < end && (answer[begin] == '-' || answer[begin] == '*') &&
             isSpace(answer[begin + 1]))
        ++begin;
    else if (answer.substr(begin, end - begin).starts_with("\xE2\x80\xA2")) // bullet
        begin += 3;
    skipSpace();
    const std::string_view text = answer.substr(begin, end - begin);
    const bool hasWord = std::ranges::any_of(text, [](char letter) {
        return isLetter(letter) || isDigit(letter) || (letter & 0x80) != 0;
    });
    if (!hasWord)
        return std::nullopt;
    return AnswerSentence{std::string(text), begin, end, false};
}

/// Real, fake, or nothing when the sentence decides nothing.
std::optional<Verdict> strictWord(std::string_view sentence) {
    bool isReal = false;
    bool isFake = false;
    std::string before;
    for (const std::string& word : wordsOf(sentence)) {
        if (word == "real" || word == "fake") {
            if (before == "not" || before.ends_with("n't"))
                return std::nullopt;
            (word == "real" ? isReal : isFake) = true;
        }
        if (word != "a" && word != "an" && word != "the")
            before = word;
    }
    if (isReal == isFake)
        return std::nullopt;
    return isReal ? Verdict::Real : Verdict::Fake;
}

std::optional<Verdict> publishedWord(std::string_view sentence) {
    std::string text(sentence);
    std::ranges::transform(text, text.begin(), lower);
    if (text.find("real") != std::string::npos)
        return Verdict::Real;
    return text.find("fake") != std::string::npos ? std::optional(Verdict::Fake) : std::nullopt;
}

/// Applies a reading to the first two pieces between full stops behind the last question mark.
template <typename Reading> Verdict readTwo(std::string_view answer, const Reading& reading) {
    if (const auto question = answer.rfind('?'); question != std::string_view::npos)
        answer.remove_prefix(question + 1);
    for (int sentence = 0; sentence < 2 && !answer.empty(); ++sentence) {
        const auto stop = answer.find('.');
        if (const auto verdict = reading(answer.substr(0, stop)))
            return *verdict;
        answer.remove_prefix(stop == std::string_view::npos ? answer.size() : stop + 1);
    }
    return Verdict::Inconclusive;
}

/// "This is a fake image." says nothing but the verdict.
bool onlyStatesVerdict(std::string_view sentence) {
    const auto words = wordsOf(sentence);
    constexpr std::size_t kLongest = 7;
    if (words.size() > kLongest || !strictWord(sentence))
        return false;
    constexpr std::array<std::string_view, 12> kPlain = {
        "this", "is", "a", "an", "the", "it", "image", "picture", "photo", "real", "fake", "looks"};
    return std::ranges::all_of(words, [&](const std::string& word) {
        return std::ranges::find(kPlain, std::string_view(word)) != kPlain.end();
    });
}

} // namespace

std::vector<AnswerSentence> sentencesOf(std::string_view answer, AnswerEnd end) {
    std::vector<AnswerSentence> sentences;
    std::size_t begin = 0;
    const auto close = [&](std::size_t last, std::size_t next) {
        if (auto sentence = trimmed(answer, begin, last))
            sentences.push_back(std::move(*sentence));
        begin = next;
    };
    int brackets = 0;
    for (std::size_t i = 0; i < answer.size(); ++i) {
        const char letter = answer[i];
        brackets = letter == '('   ? brackets + 1
                   : letter == ')' ? std::max(0, brackets - 1)
                                   : brackets;
        if (letter == ';' && brackets == 0 && (i + 1 == answer.size() || isSpace(answer[i + 1]))) {
            close(i, i + 1);
            continue;
        }
        const bool endsLine = letter == '\n';
        const bool ends = endsLine || letter == '!' || letter == '?' ||
                          (letter == '.' && isFullStop(answer, begin, i));
        if (!ends)
            continue;
        brackets = 0;
        const std::size_t behind = endsLine ? i + 1 : behindClosing(answer, i + 1);
        close(behind, behind);
        i = behind - 1;
    }
    const std::size_t before = sentences.size();
    close(answer.size(), answer.size());
    const bool isOpen = sentences.size() > before; // no mark ended the last one
    const bool isCut =
        end == AnswerEnd::CutOff || (end == AnswerEnd::Unknown && sentences.size() > 1);
    if (isOpen && isCut)
        sentences.back().isUnfinished = true;
    return sentences;
}

Verdict publishedReading(std::string_view answer) {
    return readTwo(answer, publishedWord);
}

Verdict strictReading(std::string_view answer) {
    return readTwo(answer, strictWord);
}

ParsedAnswer parseAnswer(std::string_view answer, AnswerEnd end) {
    ParsedAnswer parsed;
    parsed.verdict = strictReading(answer);
    parsed.clues = sentencesOf(answer, end);
    std::erase_if(parsed.clues,
                  [](const AnswerSentence& sentence) { return onlyStatesVerdict(sentence.text); });
    return parsed;
}

} // namespace core::clues
