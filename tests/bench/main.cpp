// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The benchmark: Oxpecker, its peers and the limits of the machine, in turn and in one run. See
// packaging/bench.
#include "bench/machine.h"
#include "bench/report.h"
#include "bench/rows/rows.h"
#include "ui/window/windowtest.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cstdio>

using namespace oxp::bench;

namespace {

struct Wanted {
  bool shortForm = false;
  QString program, out, results;
  QRegularExpression rows;
};

Wanted readWords(const QStringList &words) {
  QCommandLineParser parser;
  parser.addHelpOption();
  const auto option = [&parser](const char *name, const char *what, const char *value = "") {
    parser.addOption({QLatin1String(name), QLatin1String(what), QLatin1String(value)});
  };
  option("short", "Small sizes, one round: whether each row happens and is right");
  option("program", "The program, for rows about a process of its own", "file");
  option("out", "Writes all figures as JSON", "file");
  option("results", "Writes the table as Markdown", "file");
  option("rows", "Only rows whose title matches", "regex");
  parser.process(words);
  Wanted wanted;
  wanted.shortForm = parser.isSet(QStringLiteral("short"));
  wanted.program = parser.value(QStringLiteral("program"));
  wanted.out = parser.value(QStringLiteral("out"));
  wanted.results = parser.value(QStringLiteral("results"));
  wanted.rows.setPattern(parser.value(QStringLiteral("rows")));
  return wanted;
}

bool write(const QString &path, const QByteArray &text) {
  QFile file(path);
  if (path.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(text) == text.size()))
    return true;
  std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
  return false;
}

void say(const QString &text) {
  std::printf("%s", text.toUtf8().constData());
  std::fflush(stdout);
}

int run(const Wanted &wanted) {
  const QString loadBefore = load();
  Stage stage(wanted.shortForm ? Sizes::small() : Sizes(), wanted.program);
  if (const auto started = stage.start(); !started) {
    std::fprintf(stderr, "%s\n", qPrintable(started.error().detail));
    return 1;
  }
  Facts machine = describeMachine(stage.server());
  machine.emplace_back(QStringLiteral("load before"), loadBefore);
  for (const auto &[name, value] : machine)
    say(QStringLiteral("%1: %2\n").arg(name, value));
  say(u'\n' + headText());
  std::vector<Outcome> outcomes;
  bool right = true;
  for (const Row &row : allRows(stage)) {
    if (!wanted.rows.match(row.title).hasMatch())
      continue;
    outcomes.push_back(measure(row));
    right = right && outcomes.back().faults.isEmpty();
    say(textOf(outcomes.back()));
  }
  if (outcomes.empty())
    std::fprintf(stderr, "no row has such a title\n");
  machine.emplace_back(QStringLiteral("load after"), load());
  const bool written = write(wanted.out, QJsonDocument(jsonOf(machine, outcomes)).toJson()) &&
                       write(wanted.results, markdownOf(machine, outcomes).toUtf8());
  return right && written && !outcomes.empty() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  oxp::test::leaveSessionBus();
  QApplication app(argc, argv);
  return run(readWords(QApplication::arguments()));
}
