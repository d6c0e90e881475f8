# SPDX-License-Identifier: GPL-3.0-or-later
# cpack -G DEB in the build folder makes the Debian package.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME clueglass)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_VENDOR Clueglass)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
"Clueglass examines pictures for traces of generation and manipulation, offline:
a verdict with a probability, the regions it rests on drawn over the picture,
the clues in plain words beside it, and a PDF report. It comes as a desktop
program (clueglass) and a command line program (clueglass-cli).")
set(CPACK_PACKAGE_CONTACT "Clueglass maintainers <maintainers@clueglass.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION graphics)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library names: the fast BLAS, SQLite's driver, Qt's platform plugins and the report's font.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libopenblas0-openmp, libqt6sql6-sqlite, libqt6svg6, qt6-qpa-plugins, fonts-dejavu-core, qt6-translations-l10n")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)
install(FILES ${linux}/org.clueglass.Clueglass.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux}/org.clueglass.Clueglass.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${linux}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/clueglass)
# Debian wants these compressed; without the time of day, so that the same sources give the same package.
foreach(text clueglass.1 clueglass-cli.1 changelog)
  execute_process(COMMAND gzip -9nc ${linux}/${text} OUTPUT_FILE ${PROJECT_BINARY_DIR}/${text}.gz
                  COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${linux}/${text})
endforeach()
install(FILES ${PROJECT_BINARY_DIR}/clueglass.1.gz ${PROJECT_BINARY_DIR}/clueglass-cli.1.gz
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_BINARY_DIR}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/clueglass)
set(icons ${PROJECT_SOURCE_DIR}/resources/icons)
install(FILES ${icons}/org.clueglass.Clueglass.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
foreach(side 48 128 256)
  install(FILES ${icons}/org.clueglass.Clueglass-${side}.png
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${side}x${side}/apps RENAME org.clueglass.Clueglass.png)
endforeach()
include(CPack)
