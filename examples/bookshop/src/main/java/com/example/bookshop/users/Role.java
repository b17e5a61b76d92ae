package com.example.bookshop.users;

/** What a user may do. */
public enum Role {
    OWNER,
    MANAGER,
    CLERK
}
