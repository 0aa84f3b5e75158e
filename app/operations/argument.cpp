// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/argument.h"

#include <algorithm>
#include <iterator>

namespace oxp {
namespace {

ArgumentFault faultInNumber(const ArgumentSpec &spec, const QByteArray &value) {
  if (spec.unset && value.isEmpty())
    return ArgumentFault::Right;
  bool isNumber = false;
  const qint64 number = value.toLongLong(&isNumber);
  if (!isNumber ||
      QByteArray::number(number) != value) // " 1", "+1" and "01" would be other bytes in the record
    return ArgumentFault::NoNumber;
  return number < spec.least  ? ArgumentFault::TooSmall
         : number > spec.most ? ArgumentFault::TooLarge
                              : ArgumentFault::Right;
}

} // namespace

ArgumentFault faultIn(const ArgumentSpec &spec, const QByteArray &value) {
  switch (spec.kind) {
  case ArgumentSpec::Kind::Bool:
    return value.isEmpty() || value == "0" || value == "1" ? ArgumentFault::Right : ArgumentFault::NotOffered;
  case ArgumentSpec::Kind::Integer:
    return faultInNumber(spec, value);
  case ArgumentSpec::Kind::Text:
    return value.size() > spec.most ? ArgumentFault::TooLarge : ArgumentFault::Right;
  case ArgumentSpec::Kind::Choice:
    break;
  }
  const bool offered = std::any_of(spec.choices.begin(), spec.choices.end(),
                                   [&](const ArgumentSpec::Choice &choice) { return choice.word == value; });
  return offered ? ArgumentFault::Right : ArgumentFault::NotOffered;
}

std::vector<ArgumentSpec> argumentsFor(const std::vector<ArgumentSpec> &all, Family family) {
  std::vector<ArgumentSpec> taken;
  std::copy_if(all.begin(), all.end(), std::back_inserter(taken),
               [&](const ArgumentSpec &spec) { return spec.families & setOf(family); });
  return taken;
}

bool isShown(const ArgumentSpec &spec, const Arguments &all) {
  return spec.shownBy.isEmpty() || std::find(spec.shownFor.begin(), spec.shownFor.end(),
                                             all.value(spec.shownBy)) != spec.shownFor.end();
}

bool isTicked(const Arguments &given, const QByteArray &id) {
  return given.value(id) == "1";
}

} // namespace oxp
