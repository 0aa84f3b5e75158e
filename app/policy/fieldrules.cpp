// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy.h"

#include "json/fields.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace oxp::policy {
namespace {

struct FieldRule {
  std::string_view words; ///< the rule's words run together, in lower case
  FieldKind kind;
};

// A rule matches a run of whole words of the key, so `tokenizer` is no token and `passWord` is a password.
constexpr std::array FieldRules = {
    FieldRule{"password", FieldKind::Sensitive},    FieldRule{"passwords", FieldKind::Sensitive},
    FieldRule{"passwd", FieldKind::Sensitive},      FieldRule{"secret", FieldKind::Sensitive},
    FieldRule{"secrets", FieldKind::Sensitive},     FieldRule{"token", FieldKind::Sensitive},
    FieldRule{"tokens", FieldKind::Sensitive},      FieldRule{"apikey", FieldKind::Sensitive},
    FieldRule{"apikeys", FieldKind::Sensitive},     FieldRule{"accesskey", FieldKind::Sensitive},
    FieldRule{"accesskeys", FieldKind::Sensitive},  FieldRule{"privatekey", FieldKind::Sensitive},
    FieldRule{"privatekeys", FieldKind::Sensitive}, FieldRule{"cardnumber", FieldKind::Sensitive},
    FieldRule{"cardnumbers", FieldKind::Sensitive}, FieldRule{"iban", FieldKind::Sensitive},
    FieldRule{"cvv", FieldKind::Sensitive},         FieldRule{"cvc", FieldKind::Sensitive},
    FieldRule{"ssn", FieldKind::Sensitive},         FieldRule{"amount", FieldKind::Marked},
    FieldRule{"email", FieldKind::Marked},
};
constexpr qsizetype LongestName = 4'096; // bytes; the window asks for keys of megabytes while it paints
constexpr qsizetype LongestRule = 12;    // keeps the look at a key of any length linear

FieldKind ruleFor(const QByteArray &text) {
  for (const FieldRule &rule : FieldRules) {
    if (rule.words == std::string_view(text.constData(), static_cast<size_t>(text.size())))
      return rule.kind;
  }
  return FieldKind::Plain;
}

} // namespace

FieldKind fieldKind(const QByteArray &key) {
  if (key.size() > LongestName)
    return std::max(fieldKind(key.first(LongestName / 2)), fieldKind(key.last(LongestName / 2)));
  const std::vector<QByteArray> words = json::keyWords(key);
  FieldKind strictest = FieldKind::Plain;
  for (size_t first = 0; first < words.size(); ++first) {
    QByteArray run;
    for (size_t last = first; last < words.size() && run.size() <= LongestRule; ++last) {
      run += words[last];
      strictest = std::max(strictest, ruleFor(run));
    }
  }
  return strictest;
}

FieldKind pointerKind(const json::Pointer &pointer) {
  FieldKind strictest = FieldKind::Plain;
  for (const json::Pointer::Step &step : pointer.steps)
    strictest = std::max(strictest, fieldKind(step.key));
  return strictest;
}

FieldKind textKind(const QByteArray &text) {
  const json::Scan scan = json::scan(text);
  FieldKind strictest = FieldKind::Plain;
  json::anyKey(text, scan, [&](const QByteArray &key) {
    strictest = std::max(strictest, fieldKind(key));
    return strictest == FieldKind::Sensitive;
  });
  return strictest;
}

bool masksValues(Environment environment) {
  return environment != Environment::Local;
}

bool mayReveal(Environment environment, Role role) {
  return !masksValues(environment) || role == Role::Operator;
}

QString maskLabel(const QByteArray &tokenText) {
  constexpr qsizetype LongValue = 12, Shown = 4, Escape = 12;
  const QString dots(4, QChar(0x2022));
  const bool isString = tokenText.size() >= 2 && tokenText.startsWith('"') && tokenText.endsWith('"');
  const QByteArray inner = isString ? tokenText.mid(1, tokenText.size() - 2) : tokenText;
  if (inner.size() < LongValue || inner.startsWith('{') || inner.startsWith('['))
    return dots;
  if (inner.right(Escape).contains('\\'))
    return dots; // half an escape would show something that is not there
  const QByteArray tail = inner.right(Shown);
  const bool readable = std::all_of(tail.begin(), tail.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return readable ? dots + QString::fromLatin1(tail) : dots;
}

} // namespace oxp::policy
