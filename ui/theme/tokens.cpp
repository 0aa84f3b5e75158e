// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QPalette>

#include <cmath>

namespace oxp {

namespace {

constexpr QColor rgb(quint32 value) {
  return QColor(value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff);
}

Tokens lightTokens() {
  Tokens t;
  t.window = rgb(0xF2F3F5);
  t.base = rgb(0xFFFFFF);
  t.button = rgb(0xFFFFFF);
  t.hover = rgb(0xF0F4F9);
  t.sel = rgb(0xD6E6F8);
  t.selOff = rgb(0xE4E7EB);
  t.text = rgb(0x1B1F24);
  t.text2 = rgb(0x56606C);
  t.text3 = rgb(0x868E99);
  t.border = rgb(0x858D98);
  t.hair = rgb(0xDDE1E6);
  t.accent = rgb(0x1A5FB4);
  t.onAccent = rgb(0xFFFFFF);
  t.err = rgb(0xB8232B);
  t.warn = rgb(0x7A5B00);
  t.ok = rgb(0x1E7238);
  t.errBg = rgb(0xFBE9E8);
  t.warnBg = rgb(0xFBF1D6);
  t.infoBg = rgb(0xE6F0FB);
  t.okBg = rgb(0xE4F3E8);
  t.addBg = rgb(0xE1F2E6);
  t.delBg = rgb(0xFBE6E5);
  t.conflictBg = rgb(0xFBEFCF);
  t.waiting = rgb(0x4C5866);
  t.active = rgb(0x1A5FB4);
  t.delayed = rgb(0x7A5B00);
  t.prioritized = rgb(0x7438B0);
  t.waitingChildren = rgb(0x0B6A78);
  t.completed = rgb(0x1E7238);
  t.failed = rgb(0xB8232B);
  t.paused = rgb(0x98460A);
  t.schedulers = rgb(0x96286E);
  t.production = {rgb(0xB3201F), rgb(0xFFFFFF), rgb(0xB3201F)};
  t.staging = {rgb(0xF4D58A), rgb(0x4A3500), t.delayed};
  t.local = {rgb(0xDCE6DF), rgb(0x1F3A28), t.completed};
  return t;
}

Tokens darkTokens() {
  Tokens t;
  t.window = rgb(0x202429);
  t.base = rgb(0x17191D);
  t.button = rgb(0x2A2F36);
  t.hover = rgb(0x1F242B);
  t.sel = rgb(0x1F3B5C);
  t.selOff = rgb(0x2B3037);
  t.text = rgb(0xE2E5E9);
  t.text2 = rgb(0xA3ABB5);
  t.text3 = rgb(0x6E7681);
  t.border = rgb(0x717A86);
  t.hair = rgb(0x30353C);
  t.accent = rgb(0x78B0F5);
  t.onAccent = rgb(0x0B1A2B);
  t.err = rgb(0xFF8A86);
  t.warn = rgb(0xDDB84E);
  t.ok = rgb(0x6CC787);
  t.errBg = rgb(0x3D2021);
  t.warnBg = rgb(0x37300F);
  t.infoBg = rgb(0x1A2C42);
  t.okBg = rgb(0x1B3222);
  t.addBg = rgb(0x1B3323);
  t.delBg = rgb(0x402224);
  t.conflictBg = rgb(0x3B3212);
  t.waiting = rgb(0xAEB7C2);
  t.active = rgb(0x78B0F5);
  t.delayed = rgb(0xDDB84E);
  t.prioritized = rgb(0xC39BF0);
  t.waitingChildren = rgb(0x5CC3D1);
  t.completed = rgb(0x6CC787);
  t.failed = rgb(0xFF8A86);
  t.paused = rgb(0xF2A266);
  t.schedulers = rgb(0xEE93C8);
  t.production = {rgb(0xA61B1B), rgb(0xFFFFFF), rgb(0xFF8A86)};
  t.staging = {rgb(0x5A4510), rgb(0xF6DFA4), t.delayed};
  t.local = {rgb(0x26352B), rgb(0xBFDCC8), t.completed};
  return t;
}

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

void setDisabled(QPalette &palette, const Tokens &t) {
  for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                   QPalette::HighlightedText, QPalette::PlaceholderText})
    palette.setColor(QPalette::Disabled, role, t.text3);
  palette.setColor(QPalette::Disabled, QPalette::Highlight, t.selOff);
}

} // namespace

QColor mixed(const QColor &top, const QColor &below, double share) {
  const auto channel = [share](double a, double b) { return float(a * share + b * (1 - share)); };
  return QColor::fromRgbF(channel(top.redF(), below.redF()), channel(top.greenF(), below.greenF()),
                          channel(top.blueF(), below.blueF()));
}

double contrastRatio(const QColor &one, const QColor &other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

const Tokens &tokensFor(Scheme scheme) {
  static const Tokens light = lightTokens();
  static const Tokens dark = darkTokens();
  return scheme == Scheme::Dark ? dark : light;
}

Tokens tokensFromPalette(const QPalette &palette) {
  const bool dark =
      luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
  Tokens t = tokensFor(dark ? Scheme::Dark : Scheme::Light);
  t.window = palette.color(QPalette::Window);
  t.base = palette.color(QPalette::Base);
  t.button = palette.color(QPalette::Button);
  t.hover = t.base;
  t.text = t.text2 = palette.color(QPalette::WindowText);
  t.text3 = palette.color(QPalette::Disabled, QPalette::WindowText);
  t.border = t.hair = t.text;
  t.errBg = t.warnBg = t.infoBg = t.okBg = t.addBg = t.delBg = t.conflictBg = t.base;
  return t;
}

QPalette paletteFrom(const Tokens &t) {
  QPalette p;
  p.setColor(QPalette::Window, t.window);
  p.setColor(QPalette::WindowText, t.text);
  p.setColor(QPalette::Base, t.base);
  p.setColor(QPalette::AlternateBase, t.base);
  p.setColor(QPalette::Text, t.text);
  p.setColor(QPalette::Button, t.button);
  p.setColor(QPalette::ButtonText, t.text);
  p.setColor(QPalette::BrightText, t.err);
  p.setColor(QPalette::PlaceholderText, t.text2);
  p.setColor(QPalette::Link, t.accent);
  p.setColor(QPalette::LinkVisited, t.accent);
  p.setColor(QPalette::ToolTipBase, t.base);
  p.setColor(QPalette::ToolTipText, t.text);
  p.setColor(QPalette::Highlight, t.sel);
  p.setColor(QPalette::HighlightedText, t.text);
  p.setColor(QPalette::Inactive, QPalette::Highlight, t.selOff);
  p.setColor(QPalette::Light, mixed(t.base, t.window, 0.5));
  p.setColor(QPalette::Midlight, t.hair);
  p.setColor(QPalette::Mid, t.hair);
  p.setColor(QPalette::Dark, t.border);
  p.setColor(QPalette::Shadow, t.border);
  setDisabled(p, t);
  return p;
}

QColor Tokens::rowRule() const {
  return mixed(hair, base, 0.5);
}

QColor Tokens::track() const {
  return mixed(border, window, 0.35);
}

QColor Tokens::tint(Tint tint) const {
  switch (tint) {
  case Tint::Text:
    return text;
  case Tint::Text2:
    return text2;
  case Tint::Text3:
    return text3;
  case Tint::Accent:
    return accent;
  case Tint::OnAccent:
    return onAccent;
  case Tint::Err:
    return err;
  case Tint::Warn:
    return warn;
  case Tint::Ok:
    return ok;
  case Tint::Waiting:
    return waiting;
  case Tint::Active:
    return active;
  case Tint::Delayed:
    return delayed;
  case Tint::Prioritized:
    return prioritized;
  case Tint::WaitingChildren:
    return waitingChildren;
  case Tint::Completed:
    return completed;
  case Tint::Failed:
    return failed;
  case Tint::Paused:
    return paused;
  case Tint::Schedulers:
    return schedulers;
  case Tint::Production:
    return production.mark;
  case Tint::Staging:
    return staging.mark;
  case Tint::Local:
    return local.mark;
  }
  return text;
}

QColor Tokens::state(JobState state) const {
  return tint(tintOf(state));
}

const EnvironmentColours &Tokens::environment(Environment environment) const {
  switch (environment) {
  case Environment::Production:
    return production;
  case Environment::Staging:
    return staging;
  case Environment::Local:
    break;
  }
  return local;
}

Tint tintOf(JobState state) {
  switch (state) {
  case JobState::Waiting:
    return Tint::Waiting;
  case JobState::Active:
    return Tint::Active;
  case JobState::Delayed:
    return Tint::Delayed;
  case JobState::Prioritized:
    return Tint::Prioritized;
  case JobState::WaitingChildren:
    return Tint::WaitingChildren;
  case JobState::Completed:
    return Tint::Completed;
  case JobState::Failed:
    return Tint::Failed;
  case JobState::Unknown:
    break;
  }
  return Tint::Text2;
}

Tint tintOf(Environment environment) {
  switch (environment) {
  case Environment::Production:
    return Tint::Production;
  case Environment::Staging:
    return Tint::Staging;
  case Environment::Local:
    break;
  }
  return Tint::Local;
}

} // namespace oxp
