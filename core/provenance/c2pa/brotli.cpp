// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/brotli.h"

#include <brotli/decode.h>

#include <array>
#include <memory>

namespace core::provenance::c2pa {

std::optional<std::vector<std::uint8_t>> unpackBrotli(image::Bytes packed, std::size_t most) {
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    std::vector<std::uint8_t> bytes;
    std::vector<std::uint8_t> piece(std::size_t{64} << 10);
    std::size_t left = packed.size();
    const std::uint8_t* next = packed.data();
    while (decoder) {
        std::size_t room = piece.size();
        std::uint8_t* to = piece.data();
        const BrotliDecoderResult result =
            BrotliDecoderDecompressStream(decoder.get(), &left, &next, &room, &to, nullptr);
        const std::size_t made = piece.size() - room;
        if (made > most - bytes.size())
            return std::nullopt;
        bytes.insert(bytes.end(), piece.data(), piece.data() + made);
        if (result == BROTLI_DECODER_RESULT_SUCCESS)
            return bytes;
        if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace core::provenance::c2pa
