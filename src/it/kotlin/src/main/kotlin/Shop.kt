package com.example.packaged

class Shop(val name: String)
