# SPDX-License-Identifier: GPL-3.0-or-later
# cmake --build build/dev --target format | format_check | lint
file(GLOB_RECURSE CLUEGLASS_SOURCES
     ${PROJECT_SOURCE_DIR}/core/*.h ${PROJECT_SOURCE_DIR}/core/*.cpp
     ${PROJECT_SOURCE_DIR}/ui/*.h ${PROJECT_SOURCE_DIR}/ui/*.cpp
     ${PROJECT_SOURCE_DIR}/app/*.h ${PROJECT_SOURCE_DIR}/app/*.cpp
     ${PROJECT_SOURCE_DIR}/tests/*.h ${PROJECT_SOURCE_DIR}/tests/*.cpp)
find_program(CLANG_FORMAT NAMES clang-format clang-format-14)
find_program(RUN_CLANG_TIDY NAMES run-clang-tidy run-clang-tidy-14)
if(CLANG_FORMAT)
  add_custom_target(format COMMAND ${CLANG_FORMAT} -i ${CLUEGLASS_SOURCES} VERBATIM)
  add_custom_target(format_check COMMAND ${CLANG_FORMAT} --dry-run --Werror ${CLUEGLASS_SOURCES} VERBATIM)
endif()
if(RUN_CLANG_TIDY)
  add_custom_target(lint COMMAND ${RUN_CLANG_TIDY} -quiet -p ${CMAKE_BINARY_DIR}
                                 "${PROJECT_SOURCE_DIR}/(core|ui|app)/.*" VERBATIM)
endif()
