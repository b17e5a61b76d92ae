package com.example.bookshop.catalog;

/** In what form a book is sold. */
public enum BookFormat {
    HARDCOVER,
    PAPERBACK,
    EBOOK
}
