// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/pilllabel.h"

#include <QCoreApplication>
#include <QList>
#include <QLocale>

#include <algorithm>

namespace oxp {
namespace {

constexpr uint FirstWide = 0x2E80; // Chinese and its kin, two characters wide

} // namespace

QString pillLabel(const json::Elision &elision) {
  if (elision.reason == json::Elision::Reason::Masked)
    return QStringLiteral("••••") + QString::fromUtf8(elision.tail);
  const QString count = QLocale().toString(qlonglong(elision.characters));
  const char first = elision.bytes.isEmpty() ? '\0' : elision.bytes.front();
  const bool number = first == '-' || (first >= '0' && first <= '9');
  if (elision.kind == json::TokenKind::Number && number)
    return QCoreApplication::translate("PillLabel", "number, %1 digits").arg(count);
  if (elision.kind != json::TokenKind::String)
    return QCoreApplication::translate("PillLabel", "%1 bytes").arg(count);
  return QCoreApplication::translate("PillLabel", "text, %1 characters").arg(count);
}

void PillLabels::grow(const json::Elisions &elisions) {
  for (int i = int(lengths.size()); i < elisions.size(); ++i) {
    const QList<uint> label = pillLabel(elisions.at(i)).toUcs4();
    const auto wide = std::count_if(label.begin(), label.end(), [](uint c) { return c >= FirstWide; });
    lengths.push_back(int(label.size()));
    cells.push_back(int(label.size() + wide));
  }
}

} // namespace oxp
