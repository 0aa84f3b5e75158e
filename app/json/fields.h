// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/scanner.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <vector>

namespace oxp::json {

/// The words of an unescaped key in lower case, split at case, digits and any of `_ - . : / space`:
/// `cardNumber2` gives card, number, 2; `APIKey` gives api, key.
std::vector<QByteArray> keyWords(QByteArrayView key);

/// UTF-8 as text. QString::fromUtf8() would leave out a U+FEFF at the start.
QString fromUtf8(QByteArrayView bytes);

/// Content of a string or key token (with its quotes). Lone surrogates stay what they are.
QString unescape(QByteArrayView token);

/// The same as UTF-8; a lone surrogate becomes its three bytes (WTF-8), so that no two contents collide.
QByteArray unescapeUtf8(QByteArrayView token);

/// Whether `matches` says yes to any of the text's keys, which it gets unescaped. Asks once, or not much more
/// often, about keys that a text repeats a million times.
bool anyKey(QByteArrayView text, const Scan &scan, const std::function<bool(const QByteArray &)> &matches);

/// Number of code points in the content of a string token.
qsizetype contentLength(QByteArrayView token);

/// A text as a JSON string token, escaped as JSON.stringify escapes.
QByteArray escape(QStringView text);

/// The same from UTF-8 (or WTF-8) bytes; what is no UTF-8 becomes U+FFFD.
QByteArray escapeUtf8(QByteArrayView text);

} // namespace oxp::json
