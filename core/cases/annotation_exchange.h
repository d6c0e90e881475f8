// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/case_store.h"

#include <filesystem>

namespace core::cases {

enum class AnnotationFormat { Coco, Labelme };

struct ExportedAnnotations {
    int pictures = 0;
    int annotations = 0;
};

/// Writes what is drawn in a case for other programs, and a row of the log. Pictures without an
/// annotation are left out, and so are the sizes of those that were not examined.
/// @param target  Coco: the file; Labelme: a folder, which is made, with a file for each picture
/// @errors InvalidArgument (see core::OutputFile), WriteFailed, FileUnreadable
[[nodiscard]] Result<ExportedAnnotations>
exportAnnotations(CaseStore& store, AnnotationFormat format, const std::filesystem::path& target);

struct ImportedAnnotations {
    Gesture gesture; ///< can be undone; number 0: nothing was taken over
    int annotations = 0;
    int leftOut = 0; ///< of unknown pictures, of pictures with another size, of unknown shapes
};

/// Adds the annotations of a COCO or labelme file to those of a case. Pictures are recognized by
/// their path, else by their file name when only one exhibit has it.
/// @errors FileUnreadable, InvalidJson, WriteFailed
[[nodiscard]] Result<ImportedAnnotations> importAnnotations(CaseStore& store,
                                                            const std::filesystem::path& file);

} // namespace core::cases
