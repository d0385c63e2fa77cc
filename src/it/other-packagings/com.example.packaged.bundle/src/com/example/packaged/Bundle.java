package com.example.packaged;

public final class Bundle {}
