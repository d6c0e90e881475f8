// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text/sentencepiece_model.h"

#include "core/model/checkpoint/mapped_file.h"
#include "core/model/text/bpe_encoder.h"
#include "core/model/text/protobuf_reader.h"
#include "core/model/text/utf8.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <utility>

namespace core::model {

namespace {

constexpr std::size_t kLargestFile = 64U << 20U;
constexpr std::size_t kMostPieces = 1U << 22U;
constexpr std::size_t kLongestPiece = 1024;
constexpr std::uint64_t kBytePair = 2; ///< TrainerSpec.model_type

enum class PieceType : std::uint8_t { Normal = 1, Unknown, Control, UserDefined, Unused, Byte };

struct Piece {
    std::string text;
    float score = 0;
    PieceType type = PieceType::Normal;
};

struct ModelFile {
    std::vector<Piece> pieces;
    std::uint64_t modelType = 1;
    bool normalizesText = false;
    bool removesSpaces = true;
};

tl::unexpected<Error> refuse(const std::string& why) {
    return fail(ErrorCode::ModelInvalid, "tokenizer.model cannot be used: " + why);
}

bool readPiece(std::string_view message, Piece& piece) {
    ProtobufReader reader(message);
    while (const auto field = reader.next()) {
        if (field->number == 1)
            piece.text = field->bytes;
        if (field->number == 2)
            piece.score = std::bit_cast<float>(static_cast<std::uint32_t>(field->value));
        if (field->number == 3)
            piece.type = static_cast<PieceType>(std::min<std::uint64_t>(field->value, 255));
    }
    return !reader.isDamaged() && piece.text.size() <= kLongestPiece &&
           std::isfinite(piece.score) && piece.type >= PieceType::Normal &&
           piece.type <= PieceType::Byte;
}

bool readNormalizer(std::string_view message, ModelFile& file) {
    ProtobufReader reader(message);
    while (const auto field = reader.next()) {
        if (field->number == 2)
            file.normalizesText = !field->bytes.empty();
        if (field->number == 4)
            file.removesSpaces = field->value != 0;
    }
    return !reader.isDamaged();
}

bool readTrainer(std::string_view message, ModelFile& file) {
    ProtobufReader reader(message);
    while (const auto field = reader.next())
        if (field->number == 3)
            file.modelType = field->value;
    return !reader.isDamaged();
}

Result<ModelFile> readModel(std::string_view bytes) {
    ModelFile file;
    ProtobufReader reader(bytes);
    bool isFine = true;
    while (const auto field = reader.next()) {
        if (field->number == 1 && file.pieces.size() < kMostPieces)
            isFine = isFine && readPiece(field->bytes, file.pieces.emplace_back());
        if (field->number == 2)
            isFine = isFine && readTrainer(field->bytes, file);
        if (field->number == 3)
            isFine = isFine && readNormalizer(field->bytes, file);
    }
    if (!isFine || reader.isDamaged() || file.pieces.empty())
        return refuse("it is damaged or no SentencePiece model. Download it again.");
    if (file.modelType != kBytePair)
        return refuse("it is no byte-pair model.");
    if (file.normalizesText || file.removesSpaces)
        return refuse("it rewrites text in a way that LLaMA's tokenizer does not.");
    return file;
}

/// SentencePiece joins the neighbors whose joint piece scores best, however that piece is divided:
/// every division of a piece is a merge with the rank of its score.
std::unordered_map<std::uint64_t, BpeMerger::Merge>
mergesOf(const std::vector<Piece>& pieces, const BpeMerger::Vocabulary& vocabulary) {
    std::vector<float> scores;
    for (const Piece& piece : pieces)
        scores.push_back(piece.score);
    std::ranges::sort(scores, std::greater<>());
    scores.erase(std::ranges::unique(scores).begin(), scores.end());

    std::unordered_map<std::uint64_t, BpeMerger::Merge> merges;
    for (const auto& [text, id] : vocabulary) {
        const float score = pieces[static_cast<std::size_t>(id)].score;
        const auto rank =
            std::ranges::lower_bound(scores, score, std::greater<>()) - scores.begin();
        for (std::size_t cut = utf8Start(text).bytes; cut < text.size();
             cut += utf8Start(std::string_view(text).substr(cut)).bytes) {
            const auto left = vocabulary.find(text.substr(0, cut));
            const auto right = vocabulary.find(text.substr(cut));
            if (left != vocabulary.end() && right != vocabulary.end())
                merges[BpeMerger::pairKey(left->second, right->second)] = {
                    static_cast<std::int32_t>(rank), id};
        }
    }
    return merges;
}

Vocabulary vocabularyOf(const ModelFile& file, SpacePrefix prefix) {
    Vocabulary result;
    BpeMerger::Vocabulary mergeable;
    std::vector<std::int32_t> bytes(256, -1);
    std::int32_t unknown = 0;
    for (std::size_t index = 0; index < file.pieces.size(); ++index) {
        const Piece& piece = file.pieces[index];
        const auto id = static_cast<std::int32_t>(index);
        const bool isSpecial = piece.type == PieceType::Control || piece.type == PieceType::Unknown;
        if (piece.type == PieceType::Unknown)
            unknown = id;
        if (piece.type == PieceType::Normal)
            mergeable.emplace(piece.text, id);
        if (const auto byte = byteOf(piece.text); byte && piece.type == PieceType::Byte)
            bytes[static_cast<unsigned char>(*byte)] = id;
        if (isSpecial || piece.type == PieceType::UserDefined)
            result.added.push_back({id, piece.text, isSpecial, false, false});
        result.tokens.push_back({piece.text, isSpecial, false});
    }
    if (std::ranges::find(bytes, -1) != bytes.end())
        bytes.clear();
    auto merges = mergesOf(file.pieces, mergeable);
    result.encoder = std::make_unique<BpeEncoder>(
        BpeMerger(std::move(mergeable), std::move(merges), std::move(bytes), unknown), prefix);
    return result;
}

} // namespace

Result<Vocabulary> readSentencePiece(const std::filesystem::path& file, SpacePrefix prefix) {
    const auto mapped = MappedFile::open(file);
    if (!mapped && mapped.error().code == ErrorCode::FileEmpty)
        return refuse("it is empty. Download it again.");
    if (!mapped)
        return tl::unexpected(mapped.error());
    const auto bytes = mapped->bytes();
    if (bytes.size() > kLargestFile)
        return refuse("it is larger than any vocabulary.");
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (text.starts_with("version https://git-lfs"))
        return refuse("it is a Git-LFS pointer, not the file itself. Run \"git lfs pull\".");
    const auto model = readModel(text);
    if (!model)
        return tl::unexpected(model.error());
    return vocabularyOf(*model, prefix);
}

} // namespace core::model
