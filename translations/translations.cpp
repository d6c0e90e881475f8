// SPDX-License-Identifier: GPL-3.0-or-later
// The translations are linked in through this library; see CMakeLists.txt.
