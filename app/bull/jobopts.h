// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>

/// Single values out of a job's `opts` JSON, read in place: nothing is parsed into a tree or converted.
namespace oxp::jobopts {

/// Raw text of the member at the path of keys (plain ASCII ones), such as {"repeat", "key"}; the last of
/// equal keys, as JSON.parse has it. Empty when there is none or the text is not JSON.
QByteArrayView member(const QByteArray &opts, std::initializer_list<QByteArrayView> path);

/// The member as text without quotes and escapes; empty when it is none.
QByteArray text(const QByteArray &opts, std::initializer_list<QByteArrayView> path);

/// The member as a whole number; 0 when it is none.
qint64 number(const QByteArray &opts, std::initializer_list<QByteArrayView> path);

} // namespace oxp::jobopts
