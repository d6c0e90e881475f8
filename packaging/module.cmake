# SPDX-License-Identifier: GPL-3.0-or-later
# One module is one folder, one namespace and one static library.

add_library(clueglass_flags INTERFACE)
target_include_directories(clueglass_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(clueglass_flags INTERFACE -Wall -Wextra -Wno-unknown-pragmas
                       -Wno-restrict) # GCC 12 reports it falsely for string concatenation (GCC bug 105651)
if(CLUEGLASS_WERROR)
  target_compile_options(clueglass_flags INTERFACE -Werror)
endif()
if(CLUEGLASS_SANITIZER)
  target_compile_options(clueglass_flags INTERFACE -fsanitize=${CLUEGLASS_SANITIZER} -fno-omit-frame-pointer)
  target_link_options(clueglass_flags INTERFACE -fsanitize=${CLUEGLASS_SANITIZER})
endif()

# add_module(core_image SOURCES a.cpp... PUBLIC core_base... PRIVATE JPEG::JPEG... [MOC])
# Defines the target and its alias (core::image). MOC runs Qt's meta-object compiler over the sources.
function(add_module name)
  cmake_parse_arguments(MODULE "MOC" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${MODULE_SOURCES})
  string(REPLACE "_" "::" alias ${name})
  if(NOT alias STREQUAL name)
    add_library(${alias} ALIAS ${name})
  endif()
  target_link_libraries(${name} PUBLIC clueglass_flags ${MODULE_PUBLIC} PRIVATE ${MODULE_PRIVATE})
  if(name MATCHES "^core_")
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS)
  endif()
  if(MODULE_MOC)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
  endif()
endfunction()

# add_module_test(core_image_safe_decoder SOURCES safe_decoder_test.cpp LIBRARIES core::image [XVFB])
# A Qt Test program. It runs on the offscreen platform; XVFB adds a second run on an X server of its own.
function(add_module_test name)
  cmake_parse_arguments(TEST "XVFB" "TIMEOUT" "SOURCES;LIBRARIES" ${ARGN})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 120)
  endif()
  add_executable(${name}_test ${TEST_SOURCES})
  set_target_properties(${name}_test PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/tests)
  target_link_libraries(${name}_test PRIVATE clueglass_flags tests_support ${TEST_LIBRARIES} Qt6::Test)
  target_compile_definitions(${name}_test PRIVATE QT_NO_KEYWORDS)
  add_test(NAME ${name} COMMAND ${name}_test)
  set(environment "CLUEGLASS_DATA_DIR=${CLUEGLASS_BUILD_DATA_DIR}" "CLUEGLASS_SOURCE_DIR=${PROJECT_SOURCE_DIR}"
      "CLUEGLASS_BIN_DIR=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}" "LC_ALL=C.UTF-8" "OMP_WAIT_POLICY=PASSIVE")
  set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT}
                       ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${environment}")
  if(TEST_XVFB)
    add_test(NAME ${name}_xvfb
             COMMAND ${PROJECT_SOURCE_DIR}/tests/support/with_x_server.sh $<TARGET_FILE:${name}_test>)
    set_tests_properties(${name}_xvfb PROPERTIES TIMEOUT ${TEST_TIMEOUT}
                         ENVIRONMENT "QT_QPA_PLATFORM=xcb;${environment}")
  endif()
endfunction()
