// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/export_writer.h"

#include "core/base/readable_bytes.h"
#include "core/examination/vocabulary.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

namespace core::exports {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using examination::Verdict;

constexpr OutputKind kConversations{"a list of conversations from Clueglass",
                                    "[\n{\"id\":\"clueglass-", ""};

/// What is asked, in FakeClue's words; the picture stands before it.
constexpr const char* kQuestion = "<image>Does the image looks real/fake?";

std::string sentenceOf(const annotations::Annotation& annotation) {
    if (annotation.comment.empty())
        return {};
    std::string text = annotation.label.empty() ? annotation.comment
                                                : annotation.label + ": " + annotation.comment;
    if (text.back() != '.' && text.back() != '!' && text.back() != '?')
        text += '.';
    return text;
}

std::string categoryOf(const std::optional<examination::Examination>& found) {
    return std::string(
        examination::wordFor(found ? found->category : examination::Category::Unknown));
}

/// The examiner's verdict and why: the reasons and comments that the examiner wrote, else the words
/// of a model whose verdict the examiner confirmed. Empty when there is no why.
std::string answerFor(const ExportedExhibit& one) {
    const auto& conclusion = *one.marks.conclusion;
    std::string why = conclusion.reasons;
    for (const auto& annotation : one.marks.annotations)
        if (const std::string sentence = sentenceOf(annotation); !sentence.empty())
            why += (why.empty() ? "" : " ") + sentence;
    if (!why.empty())
        return (conclusion.verdict == Verdict::Fake ? "This is a fake image. "
                                                    : "This is a real image. ") +
               why;
    if (one.examination && one.examination->answer &&
        one.examination->verdict == conclusion.verdict)
        return *one.examination->answer;
    return {};
}

/// The deepest folder that all files are below.
fs::path commonFolder(const std::vector<fs::path>& files) {
    fs::path common = files.front().parent_path();
    for (const fs::path& file : files) {
        const auto [end, other] =
            std::mismatch(common.begin(), common.end(), file.begin(), file.end());
        fs::path shared;
        for (auto part = common.begin(); part != end; ++part)
            shared /= *part;
        common = shared;
    }
    return common;
}

struct Sample {
    std::int64_t exhibit = 0;
    fs::path file;
    bool isFake = false;
    std::string category;
    std::string answer;
};

/// FakeClue's and LLaVA's list. Names are relative to a folder that is only known at the end.
class Conversations : public ExportWriter {
  public:
    explicit Conversations(OutputFile file) : m_file(std::move(file)) {}

    Result<void> begin(const CaseFacts& /*facts*/) override { return {}; }

    Result<std::string> add(const ExportedExhibit& one) override {
        const auto& conclusion = one.marks.conclusion;
        if (!conclusion)
            return std::string("the examiner has not concluded about it.");
        if (conclusion->verdict == Verdict::Inconclusive)
            return std::string("the examiner's conclusion is inconclusive.");
        if (!m_seen.insert(one.exhibit.sha256).second)
            return std::string("an exhibit with the same bytes is in the list already.");
        if (!isUtf8(one.file.string()))
            return std::string("its name is no UTF-8, which JSON cannot hold.");
        std::error_code error;
        if (!fs::is_regular_file(one.file, error))
            return "its file " + one.file.string() + " is missing.";
        std::string answer = answerFor(one);
        if (answer.empty())
            return std::string("the conclusion has no reasons, no drawing has a comment, and no "
                               "model's answer was confirmed; there is nothing to learn from.");
        m_samples.push_back({one.exhibit.number, one.file.lexically_normal(),
                             conclusion->verdict == Verdict::Fake, categoryOf(one.examination),
                             std::move(answer)});
        return std::string();
    }

    Result<void> end(Exported& exported) override {
        if (m_samples.empty())
            return fail(ErrorCode::InvalidArgument,
                        "No exhibit is ready for a list of conversations: it needs the examiner's "
                        "conclusion, photograph or fake, and reasons.");
        std::vector<fs::path> files;
        for (const Sample& sample : m_samples)
            files.push_back(sample.file);
        exported.pictures = commonFolder(files);
        for (std::size_t i = 0; i < m_samples.size(); ++i)
            if (auto written = m_file.write((i == 0 ? "[\n" : ",\n") +
                                            entryFor(m_samples[i], exported.pictures));
                !written)
                return written;
        if (auto written = m_file.write("\n]\n"); !written)
            return written;
        return m_file.commit();
    }

  private:
    static std::string entryFor(const Sample& sample, const fs::path& folder) {
        const Json json = {{"id", "clueglass-" + std::to_string(sample.exhibit)},
                           {"image", sample.file.lexically_relative(folder).generic_string()},
                           {"label", sample.isFake ? 0 : 1},
                           {"cate", sample.category},
                           {"conversations",
                            {{{"from", "human"}, {"value", kQuestion}},
                             {{"from", "gpt"}, {"value", sample.answer}}}}};
        return json.dump(-1, ' ', false, Json::error_handler_t::replace);
    }

    OutputFile m_file;
    std::vector<Sample> m_samples;
    std::set<std::string> m_seen;
};

} // namespace

Result<std::unique_ptr<ExportWriter>> makeConversations(const ExportPlace& place) {
    auto file = OutputFile::create(place.target, kConversations, place.evidence);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<Conversations>(std::move(*file));
}

} // namespace core::exports
