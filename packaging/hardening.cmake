# SPDX-FileCopyrightText: 2026 The Oxpecker authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What makes a mistake in memory a crash and not a door; costs next to nothing. On by default for g++ and clang, off
# with sanitizers, which watch the same places. tests/arch reads the built program.

option(OXPECKER_HARDEN "Stack protector, fortified library calls, relocations read-only and bound at the start, CET" ON)
if(NOT OXPECKER_HARDEN OR OXPECKER_SANITIZE)
  return()
endif()

set(OXPECKER_HARDENED ON)
include(CheckCXXCompilerFlag)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
target_compile_options(oxp_options INTERFACE -fstack-protector-strong)
foreach(flag -fstack-clash-protection -fcf-protection=full) # both only where the processor and the compiler have them
  string(MAKE_C_IDENTIFIER "OXPECKER_HAS${flag}" known)
  check_cxx_compiler_flag(${flag} ${known})
  if(${known})
    target_compile_options(oxp_options INTERFACE ${flag})
  endif()
endforeach()
# glibc's checks of sizes need the optimizer, and it says so with a warning where that is off.
string(TOUPPER "CMAKE_CXX_FLAGS_${CMAKE_BUILD_TYPE}" of_this_build)
if("${CMAKE_CXX_FLAGS} ${${of_this_build}}" MATCHES "-O[1-3sz]")
  target_compile_options(oxp_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  set(OXPECKER_FORTIFIED ON)
endif()
target_link_options(oxp_options INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
