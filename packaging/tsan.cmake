# SPDX-FileCopyrightText: 2026 The Oxpecker authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -C packaging/tsan.cmake …: ThreadSanitizer, for lanes and runner. What it may overlook in Debian's Qt is in
# tests/tsan.supp, which ctest names to every test.
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "" CACHE STRING "")
set(OXPECKER_SANITIZE "thread" CACHE STRING "")
set(OXPECKER_UI OFF CACHE BOOL "")
