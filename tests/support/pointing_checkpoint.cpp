// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pointing_checkpoint.h"

#include "core/model/text/tokenizer.h"
#include "tests/support/tiny_checkpoint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <string>

namespace tests {

namespace {

using core::Rect;
using core::model::Tokenizer;
using Shape = std::vector<std::int64_t>;

constexpr int kPatch = 8;
constexpr int kSide = kPointingInput / kPatch;
constexpr int kTower = 16; ///< hidden size of the vision tower
constexpr int kWidth = 64; ///< hidden size of the language model
constexpr int kHead = 16;
constexpr int kLayers = 6;
constexpr double kPeriod = 4; ///< of the stripes, pixels of the input

/// What each word is followed by; the four words of a quadrant stand for one step.
const std::vector<std::string> kWords = {
    "This",   "is",        "a",         "fake",      "real",       "image",       "Texture",
    "around", "northwest", "northeast", "southwest", "southeast",  "looks",       "smooth",
    "Shadow", "beside",    "topleft",   "topright",  "bottomleft", "bottomright", "seems",
    "wrong",  "Overall",   "mood",      "feels",     "odd"};

// Dimensions of the language model's hidden state: first one for each word, then these.
enum Dimension {
    Colon = 26,
    Stop,
    Exclamation,
    NewLine,
    Constant = 30,
    IsImage,
    Upright, ///< amount of the pattern
    Level,
    Sink,
    Quadrant = 35,     ///< four
    UprightPlace = 39, ///< four: quadrant where there is the pattern
    LevelPlace = 43,   ///< four
    Evidence = 47,
    Noise = 48, ///< to the end
};

int dimensionOf(const std::string& word) {
    return static_cast<int>(std::ranges::find(kWords, word) - kWords.begin());
}

/// splitmix64 over a name and a place.
class Randomness {
  public:
    Randomness(std::uint32_t seed, const std::string& name)
        : m_state(seed * 0x9E3779B97F4A7C15ULL) {
        for (const char letter : name)
            m_state = (m_state ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
    }
    /// Between -1 and 1.
    double next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBULL;
        return 2 * static_cast<double>((mixed ^ mixed >> 31U) >> 11U) * 0x1.0p-53 - 1;
    }
    int upTo(int most) { return static_cast<int>((next() + 1) / 2 * (most + 0.999)); }

  private:
    std::uint64_t m_state;
};

/// A matrix that is being written.
struct Matrix {
    std::vector<float> values;
    std::int64_t columns;

    float& at(std::int64_t row, std::int64_t column) {
        return values[static_cast<std::size_t>(row * columns + column)];
    }
};

class PointingWeights {
  public:
    PointingWeights(std::filesystem::path directory, const PointingCheckpoint& options)
        : m_directory(std::move(directory)), m_options(options) {}

    std::vector<float> operator()(const std::string& name, const Shape& shape) {
        std::int64_t count = 1;
        for (const std::int64_t size : shape)
            count *= size;
        const bool isNorm = name.ends_with("norm.weight") || name.ends_with("layrnorm.weight") ||
                            name.ends_with("norm1.weight") || name.ends_with("norm2.weight");
        if (isNorm)
            return std::vector<float>(static_cast<std::size_t>(count), 1.0F);
        Randomness random(m_options.seed, name);
        Matrix matrix{std::vector<float>(static_cast<std::size_t>(count)),
                      shape.size() > 1 ? count / shape.front() : 1};
        const bool isText = name.starts_with("language_model");
        for (float& value : matrix.values)
            value = static_cast<float>(isText ? m_options.noise * random.next() : 0);
        if (name.starts_with("vision_tower"))
            setTower(name, matrix);
        else if (name.starts_with("multi_modal_projector"))
            setProjector(name, matrix);
        else
            setText(name, matrix, random);
        return matrix.values;
    }

  private:
    static void setTower(const std::string& name, Matrix& matrix) {
        if (name.ends_with("patch_embedding.weight")) {
            for (int y = 0; y < kPatch; ++y)
                for (int x = 0; x < kPatch; ++x)
                    for (int channel = 0; channel < 3; ++channel) {
                        const int column = (channel * kPatch + y) * kPatch + x;
                        const double gain = 4.0 / (3 * kPatch * kPatch);
                        const double alongX = 2 * std::numbers::pi * x / kPeriod;
                        const double alongY = 2 * std::numbers::pi * y / kPeriod;
                        const auto set = [&](int row, double value) {
                            matrix.at(row, column) = static_cast<float>(gain * value);
                        };
                        set(0, std::cos(alongX));
                        set(1, std::sin(alongX));
                        set(2, std::cos(alongY));
                        set(3, std::sin(alongY));
                        set(4, channel == 2 ? -1.5 : 0.75); // R, G, B
                    }
        }
        if (name.ends_with("position_embedding.weight")) {
            for (int token = 0; token <= kSide * kSide; ++token) {
                matrix.at(token, 14) = 4;
                matrix.at(token, 15) = -4;
                if (token > 0)
                    matrix.at(token, 5 + quadrantOf(token - 1)) = 2;
            }
        }
    }

    static int quadrantOf(int token) {
        return (token / kSide >= kSide / 2 ? 2 : 0) + (token % kSide >= kSide / 2 ? 1 : 0);
    }

    static void setProjector(const std::string& name, Matrix& matrix) {
        if (name.ends_with("linear_1.weight")) {
            for (int wave = 0; wave < 4; ++wave) {
                matrix.at(2 * wave, wave) = 6;
                matrix.at(2 * wave + 1, wave) = -6;
            }
            matrix.at(8, 4) = 6;
            for (int quadrant = 0; quadrant < 4; ++quadrant)
                matrix.at(9 + quadrant, 5 + quadrant) = 4;
        }
        if (name.ends_with("linear_1.bias")) {
            for (int unit = 0; unit < 8; ++unit)
                matrix.at(unit, 0) = -3;
            matrix.at(8, 0) = -4;
            for (int quadrant = 0; quadrant < 4; ++quadrant)
                matrix.at(9 + quadrant, 0) = -2;
        }
        if (name.ends_with("linear_2.weight")) {
            for (int unit = 0; unit < 4; ++unit) {
                matrix.at(Upright, unit) = 0.5;
                matrix.at(Level, 4 + unit) = 0.5;
                matrix.at(Quadrant + unit, 9 + unit) = 1;
            }
            matrix.at(Sink, 8) = 8;
        }
        if (name.ends_with("linear_2.bias")) {
            matrix.at(Constant, 0) = 2;
            matrix.at(IsImage, 0) = 2;
        }
    }

    void setText(const std::string& name, Matrix& matrix, Randomness& random) {
        if (name.ends_with("embed_tokens.weight"))
            setEmbeddings(matrix, random);
        else if (name.ends_with("lm_head.weight"))
            setHead(matrix);
        const auto layer = name.find("layers.");
        if (layer == std::string::npos)
            return;
        const int number = name[layer + 7] - '0';
        if (number == 0)
            setPlaceUnits(name, matrix);
        if (number == 3 || number == 4)
            setLooks(name, matrix, number);
    }

    const Tokenizer& tokenizer() {
        if (!m_tokenizer)
            m_tokenizer.emplace(*Tokenizer::load(m_directory));
        return *m_tokenizer;
    }

    /// Dimension by token id.
    std::map<std::int64_t, int> tokenDimensions() {
        std::map<std::int64_t, int> dimensions;
        for (std::size_t i = 0; i < kWords.size(); ++i)
            dimensions[*tokenizer().idOf("\xE2\x96\x81" + kWords[i])] = static_cast<int>(i);
        dimensions[*tokenizer().idOf(":")] = Colon;
        dimensions[*tokenizer().idOf(".")] = Stop;
        dimensions[*tokenizer().idOf("!")] = Exclamation;
        dimensions[*tokenizer().idOf("<0x0A>")] = NewLine;
        return dimensions;
    }

    void setEmbeddings(Matrix& matrix, Randomness& random) {
        const auto rows = static_cast<std::int64_t>(matrix.values.size()) / kWidth;
        for (std::int64_t row = 0; row < rows; ++row) {
            matrix.at(row, Constant) = 2;
            for (int dimension = Noise; dimension < kWidth; ++dimension)
                matrix.at(row, dimension) = static_cast<float>(0.5 * random.next());
        }
        for (const auto& [id, dimension] : tokenDimensions())
            matrix.at(id, dimension) = 4;
        matrix.at(1, Sink) = 40; // the begin token
    }

    void setHead(Matrix& matrix) {
        constexpr float kNext = 3;
        std::map<int, std::int64_t> ids;
        for (const auto& [id, dimension] : tokenDimensions())
            ids[dimension] = id;
        const auto follows = [&](int before, int after) {
            matrix.at(ids.at(after), before) = kNext;
        };
        const auto word = [](const char* text) { return dimensionOf(text); };
        const std::vector<int> chain = {Colon, word("This"), word("is"), word("a")};
        for (std::size_t i = 0; i + 1 < chain.size(); ++i)
            follows(chain[i], chain[i + 1]);
        for (const char* verdict : {"fake", "real"}) {
            follows(word("a"), word(verdict));
            follows(word(verdict), word("image"));
        }
        matrix.at(ids.at(word("fake")), Evidence) = 2;
        matrix.at(ids.at(word("real")), Constant) = 0.7F;
        follows(word("image"), Stop);
        follows(Stop, word("Texture"));
        follows(word("Texture"), word("around"));
        follows(word("looks"), word("smooth"));
        follows(word("smooth"), Exclamation);
        follows(Exclamation, word("Shadow"));
        follows(word("Shadow"), word("beside"));
        follows(word("seems"), word("wrong"));
        follows(word("wrong"), NewLine);
        follows(NewLine, word("Overall"));
        follows(word("Overall"), word("mood"));
        follows(word("mood"), word("feels"));
        follows(word("feels"), word("odd"));
        for (int quadrant = 0; quadrant < 4; ++quadrant) {
            const int first = word("northwest") + quadrant;
            const int second = word("topleft") + quadrant;
            follows(word("around"), first);
            follows(first, word("looks"));
            follows(word("beside"), second);
            follows(second, word("seems"));
            matrix.at(ids.at(first), UprightPlace + quadrant) = 2;
            matrix.at(ids.at(second), LevelPlace + quadrant) = 2;
        }
        matrix.at(2, word("odd")) = kNext; // the end token
    }

    /// The first layer's gated units multiply a pattern's amount by its quadrant.
    static void setPlaceUnits(const std::string& name, Matrix& matrix) {
        for (int quadrant = 0; quadrant < 4; ++quadrant) {
            for (const int pattern : {0, 1}) {
                const int unit = 4 * pattern + quadrant;
                if (name.ends_with("gate_proj.weight"))
                    matrix.at(unit, pattern == 0 ? Upright : Level) = 1;
                if (name.ends_with("up_proj.weight"))
                    matrix.at(unit, Quadrant + quadrant) = 0.3F;
                if (name.ends_with("down_proj.weight"))
                    matrix.at((pattern == 0 ? UprightPlace : LevelPlace) + quadrant, unit) = 0.5F;
            }
        }
        for (const int pattern : {0, 1}) {
            const int unit = 8 + pattern;
            if (name.ends_with("gate_proj.weight"))
                matrix.at(unit, pattern == 0 ? Upright : Level) = 1;
            if (name.ends_with("up_proj.weight"))
                matrix.at(unit, Constant) = 0.3F;
            if (name.ends_with("down_proj.weight"))
                matrix.at(Evidence, unit) = 0.5F;
        }
    }

    /// Heads 0 and 1 look at the patterns, 2 at a place of its own, 3 at noise and sinks. The last
    /// pairs of a head turn slowly enough to be the same at every position.
    void setLooks(const std::string& name, Matrix& matrix, int layer) const {
        constexpr int kPattern = 7;
        constexpr int kSinkPair = 6;
        constexpr int kPlace = 5;
        const float strength = layer == 3 ? 1.0F : 0.6F;
        const auto words = [](bool isUpright) {
            std::vector<int> all;
            if (isUpright)
                all = {Stop, dimensionOf("Texture"), dimensionOf("around"), dimensionOf("looks")};
            else
                all = {Exclamation, dimensionOf("Shadow"), dimensionOf("beside"),
                       dimensionOf("seems")};
            const int first = dimensionOf(isUpright ? "northwest" : "topleft");
            for (int quadrant = 0; quadrant < 4; ++quadrant)
                all.push_back(first + quadrant);
            return all;
        };
        const auto row = [](int head, int dimension) { return head * kHead + dimension; };
        if (name.ends_with("q_proj.weight")) {
            for (const int head : {0, 1}) {
                for (const int word : words(head == 0))
                    matrix.at(row(head, kPattern), word) = strength;
                matrix.at(row(head, kPattern), dimensionOf("a")) = 0.8F * strength;
            }
            for (int head = 0; head < 4; ++head)
                matrix.at(row(head, kSinkPair), Constant) = 1;
            matrix.at(row(2, kPlace), Constant) = 1;
            for (int dimension = Noise; dimension < kWidth; ++dimension)
                matrix.at(row(3, dimension % 6), dimension) = 0.4F;
        }
        if (name.ends_with("k_proj.weight")) {
            matrix.at(row(0, kPattern), Upright) = 1.2F;
            matrix.at(row(1, kPattern), Level) = 1.2F;
            for (const int head : {0, 1})
                matrix.at(row(head, kSinkPair), Sink) = static_cast<float>(m_options.sinkPull);
            for (const int head : {2, 3})
                matrix.at(row(head, kSinkPair), Sink) = 1.8F;
            if (layer == 3)
                matrix.at(row(2, kPlace), Quadrant + static_cast<int>(m_options.seed % 4)) = 0.8F;
            else
                matrix.at(row(2, kPlace), IsImage) = -1;
            for (int dimension = Noise; dimension < kWidth; ++dimension)
                matrix.at(row(3, dimension % 6), dimension) = 0.4F;
        }
        for (const int head : {0, 1}) {
            for (int quadrant = 0; quadrant < 4; ++quadrant) {
                const int place = (head == 0 ? UprightPlace : LevelPlace) + quadrant;
                if (name.ends_with("v_proj.weight"))
                    matrix.at(row(head, quadrant), place) = 1;
                if (name.ends_with("o_proj.weight"))
                    matrix.at(place, row(head, quadrant)) = 1;
            }
            if (name.ends_with("v_proj.weight"))
                matrix.at(row(head, 4), Evidence) = 1;
            if (name.ends_with("o_proj.weight"))
                matrix.at(Evidence, row(head, 4)) = 1;
        }
    }

    std::filesystem::path m_directory;
    PointingCheckpoint m_options;
    std::optional<Tokenizer> m_tokenizer;
};

bool isInside(const Rect& box, int x, int y) {
    return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

} // namespace

core::Result<void> writePointingCheckpoint(const std::filesystem::path& directory,
                                           const PointingCheckpoint& options) {
    TinyCheckpoint tiny;
    tiny.seed = options.seed;
    tiny.words = kWords;
    tiny.configPatch = R"({"text_config": {"hidden_size": 64, "intermediate_size": 64,
        "num_hidden_layers": 6, "num_attention_heads": 4, "num_key_value_heads": 4,
        "rope_theta": 1000000000.0, "max_position_embeddings": 512},
        "vision_config": {"hidden_size": 16, "intermediate_size": 16, "num_attention_heads": 2,
        "image_size": 64, "patch_size": 8}})";
    tiny.preprocessPatch = R"({"size": {"shortest_edge": 64},
        "crop_size": {"height": 64, "width": 64},
        "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]})";
    const auto weights = std::make_shared<PointingWeights>(directory, options);
    tiny.values = [weights](const std::string& name, const Shape& shape) {
        return (*weights)(name, shape);
    };
    return writeTinyCheckpoint(directory, tiny);
}

std::vector<std::uint8_t> PatternPicture::pixels() const {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    Randomness random(seed, "picture");
    const double period = kPeriod * std::min(width, height) / kPointingInput;
    const double tilt = 0.15 * random.next();
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            std::array<double, 3> color{};
            const double ground =
                128 + 60 * std::sin(3.0 * x / width + tilt * y / height) + 10 * random.next();
            color.fill(ground);
            const auto stripe = [period](int at) {
                return std::fmod(at, period) < period / 2 ? 225.0 : 30.0;
            };
            if (isInside(upright, x, y))
                color.fill(stripe(x - upright.x));
            if (isInside(level, x, y))
                color.fill(stripe(y - level.y));
            for (const Rect& sink : sinks)
                if (isInside(sink, x, y))
                    color = {0, 255, 255};
            for (const double value : color)
                bytes.push_back(static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0)));
        }
    }
    return bytes;
}

PatternPicture seededPattern(std::uint32_t seed, int sinks) {
    Randomness random(seed, "pattern");
    PatternPicture picture;
    picture.seed = seed;
    const int half = picture.width / 2;
    const auto boxIn = [&](int quadrant) {
        const int side = half / 2 + random.upTo(half / 4);
        return Rect{(quadrant % 2) * half + random.upTo(half - side),
                    (quadrant / 2) * half + random.upTo(half - side), side, side};
    };
    const int first = random.upTo(3);
    const int second = (first + 1 + random.upTo(2)) % 4;
    picture.upright = boxIn(first);
    picture.level = boxIn(second);
    for (int tries = 0; std::ssize(picture.sinks) < sinks && tries < 1000; ++tries) {
        const int patch = picture.width / kSide;
        const Rect sink{random.upTo(kSide - 1) * patch, random.upTo(kSide - 1) * patch, patch,
                        patch};
        const bool isFree =
            core::intersection(sink, picture.upright).isEmpty() &&
            core::intersection(sink, picture.level).isEmpty() &&
            std::ranges::none_of(picture.sinks, [&](const Rect& other) { return other == sink; });
        if (isFree)
            picture.sinks.push_back(sink);
    }
    return picture;
}

} // namespace tests
