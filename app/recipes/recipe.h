// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/jobstate.h"
#include "edits/change.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

/// Edits with a name and with questions. Plain values and pure functions, any thread.
namespace oxp::recipes {

/// Something that is asked before a recipe's changes are made.
struct Question {
  enum class Kind {
    Text,
    Number,    ///< a JSON number of any length, taken digit by digit
    Choice,    ///< one of `choices`, as a text
    TrueFalse, ///< `true` or `false`
    Date,      ///< a day, `2026-11-24`
  };
  QString name = {};  ///< as the changes name it in braces; letters, digits and `_`, a letter first
  QString label = {}; ///< what a person reads; empty = the name
  Kind kind = Kind::Text;
  QStringList choices = {};
  QString pattern = {};  ///< of a Text: a regular expression that the whole answer fits; empty = any
  QString fallback = {}; ///< what the field begins with
  bool required = true;  ///< false: without an answer, the changes that name it are left out

  const QString &words() const { return label.isEmpty() ? name : label; }
  bool operator==(const Question &) const = default;
};

/// What follows the edit of one job.
enum class Then { Nothing, Retry, Promote };

/// A named edit. In the texts of its changes' values `{name}` stands for the answer to that question,
/// `{now}` for the time and `{me}` for the person; `{{name}}` is just `{name}`. A text that is a placeholder
/// and nothing else becomes the answer itself (a number, true); else the answer is put into the text.
struct Recipe {
  QString name;        ///< unique among a profile's
  QString button = {}; ///< the word on the button; empty = a general one
  QString help = {};
  QStringList queues = {};           ///< patterns of names, or of `prefix:name`; `*` = anything; none = all
  QStringList jobNames = {};         ///< patterns too; none = all
  std::vector<JobState> states = {}; ///< none = all
  std::vector<Question> questions = {};
  std::vector<edits::Change> changes = {};
  Then then = Then::Nothing;

  bool operator==(const Recipe &) const = default;
};

/// As they are typed, by the names of the questions.
using Answers = QHash<QString, QString>;

} // namespace oxp::recipes
